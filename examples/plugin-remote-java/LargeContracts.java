import java.util.*;

/** 大额合同的合法性审查: a plug-in for fazhi, in Java. Json.java and Stdio.java beside it can be copied as they are. */
public final class LargeContracts {
    static final String CODE = "licheng/contract/large-reviewed";
    static final Map<String, String> OPINIONS = new TreeMap<>(Map.of("HT-1", "2024-03-01", "HT-7", "2024-05-20", "HT-9", "2025-01-08"));
    static long fen; // the threshold, in 分

    public static void main(String[] args) throws java.io.IOException {
        Stdio.serve(Map.of("initialize", LargeContracts::initialize, "guard", LargeContracts::guard,
                "check", p -> Json.of("issues", issues(p.object("document"), p.object("document").object("content").text("signed"))),
                "number", p -> Json.of("pattern", "泉鲤司合〔{year}〕{serial}号"), "section", LargeContracts::section,
                "observe", LargeContracts::observe, "shutdown", p -> Json.of()));
    }

    /** The rule: a contract from the threshold on is reviewed by the day on which it is signed. */
    static List<Json> issues(Json document, String day) {
        String reviewed = document.object("content").text("reviewed");
        boolean small = !document.text("kind").equals("contract") || document.object("content").number("amount") < fen;
        if (small || day.isEmpty() || !reviewed.isEmpty() && reviewed.compareTo(day) <= 0) return List.of();
        return List.of(Json.of("code", CODE, "path", "/reviewed", "message", reviewed.isEmpty() ? "没有合法性审查日期" : "合法性审查晚于签订"));
    }

    static Json initialize(Json p) {
        String threshold = p.object("settings").text("threshold");
        if (!p.list("protocols").contains("fazhi/1") || !threshold.matches("[0-9]{1,12}"))
            throw new Stdio.Fault(-32602, "本插件使用 fazhi/1，并要求设置 threshold：起点金额，单位为元，整数");
        fen = Long.parseLong(threshold) * 100;
        Json info = Json.of("name", "licheng/large-contracts", "version", "1.0.0", "doc", "大额合同的合法性审查", "api", 1,
                "requires", List.of());
        Json rule = Json.of("code", CODE, "kind", "contract", "doc", "大额合同签订之前应当经合法性审查", "basis", "本区政府合同管理办法第十条");
        return Json.of("protocol", "fazhi/1", "probe", p.text("probe"), "plugin", info, "checks", List.of(rule),
                "guard", true, "refuses", List.of(CODE), "observe", true,
                "numbers", List.of("合同编号"), "sections", List.of("法律顾问"), "rubrics", List.of());
    }

    static Json guard(Json p) { // without a document the content stays as it was, and there is nothing to judge
        boolean signing = p.text("step").equals("签订") && p.has("document");
        List<Json> found = signing ? issues(p.object("document"), p.text("on")) : List.of();
        if (found.isEmpty()) return Json.of();
        return Json.of("refusal", Json.of("code", CODE, "reason", "大额合同未经合法性审查，不得签订", "issues", found));
    }

    static Json section(Json p) { // OPINIONS stands for a question to your own database
        List<Json> refs = new ArrayList<>();
        OPINIONS.forEach((id, on) -> {
            boolean in = on.compareTo(p.text("from")) >= 0 && (!p.has("to") || on.compareTo(p.text("to")) <= 0);
            if (in) refs.add(Json.of("kind", "contract", "id", id));
        });
        Json figure = Json.of("id", "顾问.审查", "name", "法律顾问审查大额合同", "unit", "份", "scope", "出具意见的日期在本期，一份合同计一次",
                "value", Json.of("count", refs.size()), "count", refs.size(), "refs", refs);
        return Json.of("prose", "法律顾问为大额合同出具审查意见{{顾问.审查}}。", "figures", List.of(figure));
    }

    static Json observe(Json p) { // an entry may come twice: whoever counts, counts organ and seq
        System.err.println("told of entry " + p.object("entry").number("seq"));
        return Json.of();
    }
}
