import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object, and just enough JSON for a plug-in, because Java has none. Whoever has Gson or Jackson takes that instead.
 *
 * <p>Values are Json, List, String, Long, Double, Boolean and null. What is asked for and not there is empty: "", 0, {}, [].
 */
@SuppressWarnings("serial")
final class Json extends LinkedHashMap<String, Object> {
    /** Returns an object of names and values by turns. */
    static Json of(Object... members) {
        Json o = new Json();
        for (int i = 0; i < members.length; i += 2) o.put((String) members[i], members[i + 1]);
        return o;
    }

    boolean has(String name) { return containsKey(name); }

    String text(String name) { return has(name) ? (String) get(name) : ""; }

    long number(String name) { return has(name) ? ((Number) get(name)).longValue() : 0; }

    Json object(String name) { return has(name) ? (Json) get(name) : new Json(); }

    List<?> list(String name) { return has(name) ? (List<?>) get(name) : List.of(); }

    /** Reads one object. Throws IllegalArgumentException when the text is none. */
    static Json read(String text) {
        Reader r = new Reader(text);
        Object value = r.value(0);
        if (r.next() != 0 || !(value instanceof Json)) throw new IllegalArgumentException("not one JSON object");
        return (Json) value;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out, this);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> object) {
            String mark = "{";
            for (var member : object.entrySet()) {
                quote(out.append(mark), (String) member.getKey());
                write(out.append(':'), member.getValue());
                mark = ",";
            }
            out.append(object.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String mark = "[";
            for (Object item : list) {
                write(out.append(mark), item);
                mark = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String text) {
            quote(out, text);
        } else {
            out.append(value);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        out.append('"');
    }

    /** Reads values from the left to the right. */
    private static final class Reader {
        private static final int DEPTH = 200;
        private final String text;
        private int at;

        Reader(String text) { this.text = text; }

        /** Returns the next character that is no blank, without taking it; 0 at the end. */
        char next() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean take(char c) {
            boolean is = next() == c;
            if (is) at++;
            return is;
        }

        private void want(char c) {
            if (!take(c)) throw new IllegalArgumentException("no " + c);
        }

        Object value(int depth) {
            if (depth > DEPTH) throw new IllegalArgumentException("too deep");
            return switch (next()) {
                case '{' -> object(depth);
                case '[' -> list(depth);
                case '"' -> string();
                default -> word();
            };
        }

        private Json object(int depth) {
            Json o = new Json();
            want('{');
            for (boolean more = !take('}'); more; more = more('}')) {
                next();
                String name = string();
                want(':');
                o.put(name, value(depth + 1));
            }
            return o;
        }

        private List<Object> list(int depth) {
            List<Object> l = new ArrayList<>();
            want('[');
            for (boolean more = !take(']'); more; more = more(']')) l.add(value(depth + 1));
            return l;
        }

        private boolean more(char end) {
            if (take(',')) return true;
            want(end);
            return false;
        }

        private String string() {
            want('"');
            StringBuilder out = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"') return out.toString();
                if (c < ' ') break;
                out.append(c == '\\' ? escape() : c);
            }
            throw new IllegalArgumentException("no string");
        }

        private char escape() {
            char c = text.charAt(at++);
            int plain = "\"\\/bfnrt".indexOf(c);
            if (plain >= 0) return "\"\\/\b\f\n\r\t".charAt(plain);
            if (c != 'u') throw new IllegalArgumentException("no escape");
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }

        private Object word() {
            int from = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
            String word = text.substring(from, at);
            return switch (word) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> number(word);
            };
        }

        private static Object number(String word) {
            if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) throw new IllegalArgumentException("no value");
            return word.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
        }
    }
}
