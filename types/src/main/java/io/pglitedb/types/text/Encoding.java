package io.pglitedb.types.text;

import java.util.List;
import java.util.Locale;

/// A character encoding under PostgreSQL's name and number.
///
/// @param charset Java's name, null when Java has none
record Encoding(int number, String name, String charset) {
    static final Encoding UTF8 = new Encoding(6, "UTF8", "UTF-8");

    /// Source: PostgreSQL 15, `pg_encoding_to_char(0 … 41)`.
    private static final List<Encoding> ALL = List.of(
            new Encoding(0, "SQL_ASCII", null),
            new Encoding(1, "EUC_JP", "EUC-JP"),
            new Encoding(2, "EUC_CN", "GB2312"),
            new Encoding(3, "EUC_KR", "EUC-KR"),
            new Encoding(4, "EUC_TW", null),
            new Encoding(5, "EUC_JIS_2004", null),
            UTF8,
            new Encoding(7, "MULE_INTERNAL", null),
            new Encoding(8, "LATIN1", "ISO-8859-1"),
            new Encoding(9, "LATIN2", "ISO-8859-2"),
            new Encoding(10, "LATIN3", "ISO-8859-3"),
            new Encoding(11, "LATIN4", "ISO-8859-4"),
            new Encoding(12, "LATIN5", "ISO-8859-9"),
            new Encoding(13, "LATIN6", null),
            new Encoding(14, "LATIN7", "ISO-8859-13"),
            new Encoding(15, "LATIN8", null),
            new Encoding(16, "LATIN9", "ISO-8859-15"),
            new Encoding(17, "LATIN10", "ISO-8859-16"),
            new Encoding(18, "WIN1256", "windows-1256"),
            new Encoding(19, "WIN1258", "windows-1258"),
            new Encoding(20, "WIN866", "IBM866"),
            new Encoding(21, "WIN874", "x-windows-874"),
            new Encoding(22, "KOI8R", "KOI8-R"),
            new Encoding(23, "WIN1251", "windows-1251"),
            new Encoding(24, "WIN1252", "windows-1252"),
            new Encoding(25, "ISO_8859_5", "ISO-8859-5"),
            new Encoding(26, "ISO_8859_6", "ISO-8859-6"),
            new Encoding(27, "ISO_8859_7", "ISO-8859-7"),
            new Encoding(28, "ISO_8859_8", "ISO-8859-8"),
            new Encoding(29, "WIN1250", "windows-1250"),
            new Encoding(30, "WIN1253", "windows-1253"),
            new Encoding(31, "WIN1254", "windows-1254"),
            new Encoding(32, "WIN1255", "windows-1255"),
            new Encoding(33, "WIN1257", "windows-1257"),
            new Encoding(34, "KOI8U", "KOI8-U"),
            new Encoding(35, "SJIS", "Shift_JIS"),
            new Encoding(36, "BIG5", "Big5"),
            new Encoding(37, "GBK", "GBK"),
            new Encoding(38, "UHC", "x-windows-949"),
            new Encoding(39, "GB18030", "GB18030"),
            new Encoding(40, "JOHAB", "x-Johab"),
            new Encoding(41, "SHIFT_JIS_2004", null));

    /// By name, case and punctuation aside; null for none.
    static Encoding find(String name) {
        String plain = plain(name);
        String alias = switch (plain) {
            case "unicode" -> "utf8";
            case "iso88591" -> "latin1";
            case "iso88592" -> "latin2";
            case "iso88593" -> "latin3";
            case "iso88594" -> "latin4";
            case "iso88599" -> "latin5";
            case "iso885910" -> "latin6";
            case "iso885913" -> "latin7";
            case "iso885914" -> "latin8";
            case "iso885915" -> "latin9";
            case "iso885916" -> "latin10";
            case "koi8" -> "koi8r";
            case "shiftjis" -> "sjis";
            default -> plain.startsWith("windows") ? "win" + plain.substring(7) : plain;
        };
        return ALL.stream()
                .filter(encoding -> plain(encoding.name).equals(alias))
                .findFirst()
                .orElse(null);
    }

    static Encoding find(int number) {
        return number >= 0 && number < ALL.size() ? ALL.get(number) : null;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
