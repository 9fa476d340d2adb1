package io.pglitedb.types.text;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// `format(text, …)`: `%[position$][-][width]type`, type one of s, I, L. Source: PostgreSQL manual, 9.4.1.
public final class FormatFunctions {
    private FormatFunctions() {}

    @Prosrc("text_format_nv")
    public static Utf8 format(CallContext call, Utf8 pattern) {
        return format(call, pattern, new Object[0]);
    }

    @Prosrc("text_format")
    public static Utf8 format(CallContext call, Utf8 pattern, Object[] values) {
        return pattern == null
                ? null
                : Utf8.of(new Run(call, pattern.toString(), values == null ? new Object[0] : values).format());
    }

    private static final class Run {
        private final CallContext call;
        private final String pattern;
        private final Object[] values;
        private int at;
        private int nextArgument; // from 0

        Run(CallContext call, String pattern, Object[] values) {
            this.call = call;
            this.pattern = pattern;
            this.values = values;
        }

        String format() {
            StringBuilder out = new StringBuilder();
            while (at < pattern.length()) {
                char c = pattern.charAt(at++);
                if (c != '%') {
                    out.append(c);
                } else if (at < pattern.length() && pattern.charAt(at) == '%') {
                    out.append('%');
                    at++;
                } else {
                    specifier(out);
                }
            }
            return out.toString();
        }

        private void specifier(StringBuilder out) {
            int position = -1;
            int width = 0;
            boolean leftAligned = false;
            boolean widthGiven = false;
            if (Character.isDigit(peek())) {
                int number = digits();
                if (peek() == '$') {
                    at++;
                    position = checkedPosition(number);
                } else {
                    width = number;
                    widthGiven = true;
                }
            }
            if (!widthGiven) {
                while (peek() == '-') {
                    leftAligned = true;
                    at++;
                }
                if (peek() == '*') {
                    at++;
                    int source = -1;
                    if (Character.isDigit(peek())) {
                        source = checkedPosition(digits());
                        if (peek() != '$') {
                            throw invalid("width argument position must be ended by \"$\"");
                        }
                        at++;
                    }
                    width = widthArgument(source);
                } else if (Character.isDigit(peek())) {
                    width = digits();
                }
            }
            char type = peek();
            if ("sIL".indexOf(type) < 0) {
                throw invalid("unrecognized format() type specifier \"%s\"".formatted(type))
                        .hint("For a single \"%\" use \"%%\".");
            }
            at++;
            if (width < 0) {
                leftAligned = true;
                width = -width;
            }
            int argument = argument(position);
            pad(out, convert(type, argument), width, leftAligned);
        }

        private int argument(int position) {
            int argument = position > 0 ? position - 1 : nextArgument;
            if (argument >= values.length) {
                throw invalid("too few arguments for format()");
            }
            nextArgument = argument + 1;
            return argument;
        }

        private int widthArgument(int position) {
            int argument = argument(position);
            Object value = values[argument];
            return switch (value) {
                case null -> 0;
                case Short s -> s;
                case Integer i -> i;
                default -> integer(print(argument));
            };
        }

        private static int integer(String text) {
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new PgException(
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "invalid input syntax for type integer: \"" + text + "\"",
                        e);
            }
        }

        private String print(int argument) {
            ValueType type = ConcatFunctions.typeOf(call, argument + 1);
            return type.toUtf8(values[argument], call.session()).toString();
        }

        private String convert(char type, int argument) {
            if (values[argument] == null) {
                return switch (type) {
                    case 's' -> "";
                    case 'L' -> "NULL";
                    default ->
                        throw new PgException(
                                SqlState.NULL_VALUE_NOT_ALLOWED,
                                "null values cannot be formatted as an SQL identifier");
                };
            }
            String text = print(argument);
            return switch (type) {
                case 's' -> text;
                case 'L' -> Quoting.literal(text);
                default -> Quoting.identifier(text);
            };
        }

        private static void pad(StringBuilder out, String text, int width, boolean leftAligned) {
            int missing = width - text.codePointCount(0, text.length());
            if (!leftAligned) {
                out.repeat(' ', Math.max(missing, 0));
            }
            out.append(text);
            if (leftAligned) {
                out.repeat(' ', Math.max(missing, 0));
            }
        }

        private char peek() {
            if (at >= pattern.length()) {
                throw invalid("unterminated format() type specifier").hint("For a single \"%\" use \"%%\".");
            }
            return pattern.charAt(at);
        }

        private int digits() {
            long number = 0;
            while (Character.isDigit(peek())) {
                number = number * 10 + pattern.charAt(at++) - '0';
                if (number > Integer.MAX_VALUE) {
                    throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "number is out of range");
                }
            }
            return (int) number;
        }

        private static int checkedPosition(int number) {
            if (number == 0) {
                throw invalid("format specifies argument 0, but arguments are numbered from 1");
            }
            return number;
        }

        private static PgException invalid(String message) {
            return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
        }
    }
}
