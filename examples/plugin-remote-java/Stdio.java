import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Messages of fazhi/1 on standard input and output: one a line, UTF-8 whatever the console has. */
final class Stdio {
    /** An answer that is an error: a code of JSON-RPC, and a Chinese sentence without any value of a document. */
    @SuppressWarnings("serial")
    static final class Fault extends RuntimeException {
        final int code;

        Fault(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    private Stdio() {}

    /** Answers with these methods until the input ends, one message at a time; for more the host starts more processes. */
    static void serve(Map<String, UnaryOperator<Json>> methods) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var out = new PrintStream(System.out, false, UTF_8);
        System.setOut(System.err); // a stray print does no harm
        for (String line; (line = in.readLine()) != null; ) {
            Json reply = answer(methods, line);
            if (reply == null) continue;
            out.print(reply + "\n"); // not println, which ends lines as the system does
            out.flush();
        }
    }

    /** Returns null for a notification: cancel asks for no answer, and comes too late for whoever takes one message at a time. */
    private static Json answer(Map<String, UnaryOperator<Json>> methods, String line) {
        Json reply = Json.of("jsonrpc", "2.0", "id", null);
        try {
            Json request = Json.read(line);
            if (!request.has("id")) return null;
            reply.put("id", request.number("id"));
            var method = methods.get(request.text("method"));
            if (method == null) throw new Fault(-32601, "没有这个方法");
            reply.put("result", method.apply(request.object("params")));
        } catch (Fault e) {
            reply.put("error", Json.of("code", e.code, "message", e.getMessage()));
        } catch (RuntimeException e) { // its text may hold values of the document: only its name and place go out
            int code = reply.get("id") == null ? -32700 : -32603;
            reply.put("error", Json.of("code", code, "message", "插件出错：" + e.getClass().getSimpleName() + place(e)));
        }
        return reply;
    }

    /** Returns where in the plug-in it happened, not in Java or in Json.java. */
    private static String place(RuntimeException e) {
        for (StackTraceElement at : e.getStackTrace()) {
            boolean deeper = at.getModuleName() != null || at.getClassName().startsWith("Json");
            if (!deeper) return "，" + at.getFileName() + ":" + at.getLineNumber();
        }
        return "";
    }
}
