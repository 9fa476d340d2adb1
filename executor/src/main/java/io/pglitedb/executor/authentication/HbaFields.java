package io.pglitedb.executor.authentication;

import io.pglitedb.executor.authentication.HbaRule.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a file of rules into lines of fields of words: blanks stand between fields, commas between the words of
/// one; `#` begins a comment, a backslash at the end joins a line to the next, `@name` stands for the words of
/// another file. Source of the syntax: PostgreSQL's documentation, "The pg_hba.conf File".
final class HbaFields {
    /// @param number of the first line that it was written on, from 1
    /// @param error what is wrong with it, null when it could be read
    record Line(int number, List<List<Word>> fields, String error) {}

    private static final Pattern TOKEN =
            Pattern.compile("(?<blank>\\s+)|(?<comma>,)|(?<comment>#.*)|(?<word>(?:\"[^\"]*(?:\"|$)|[^\\s,#\"])+)");

    private final Path folder;

    private HbaFields(Path folder) {
        this.folder = folder;
    }

    /// Lines that are not empty.
    static List<Line> read(Path file) throws IOException {
        HbaFields reader = new HbaFields(file.toAbsolutePath().getParent());
        List<Line> lines = new ArrayList<>();
        List<String> written = Files.readAllLines(file);
        for (int at = 0; at < written.size(); at++) {
            int number = at + 1;
            StringBuilder text = new StringBuilder(written.get(at));
            while (text.toString().endsWith("\\") && at + 1 < written.size()) {
                text.setLength(text.length() - 1);
                text.append(written.get(++at));
            }
            Line line = reader.line(number, text.toString());
            if (!line.fields.isEmpty() || line.error != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Line line(int number, String text) {
        List<List<Word>> fields = new ArrayList<>();
        try {
            boolean joined = false;
            for (Matcher token = TOKEN.matcher(text); token.find(); ) {
                if (token.group("comma") != null) {
                    joined = !fields.isEmpty();
                } else if (token.group("word") != null) {
                    if (!joined) {
                        fields.add(new ArrayList<>());
                    }
                    boolean comma = text.startsWith(",", token.end());
                    add(token.group("word"), fields.getLast());
                    joined = comma;
                }
            }
            return new Line(number, fields, null);
        } catch (IOException failure) {
            return new Line(number, List.of(), failure.getMessage());
        }
    }

    private void add(String token, List<Word> into) throws IOException {
        Word word = new Word(token.replace("\"", ""), token.startsWith("\""));
        if (word.quoted() || !word.text().startsWith("@") || word.text().length() == 1) {
            into.add(word);
            return;
        }
        String name = word.text().substring(1);
        try {
            read(folder.resolve(name)).forEach(line -> line.fields.forEach(into::addAll));
        } catch (IOException failure) {
            throw new IOException(
                    "could not open secondary authentication file \"@%s\" as \"%s\": No such file or directory"
                            .formatted(name, folder.resolve(name)),
                    failure);
        }
    }
}
