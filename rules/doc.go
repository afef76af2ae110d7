// Package rules turns conditions that officials type into a table — 字段, 关系, 值 — into functions.
//
//	字段      关系    值
//	罚款金额  大于    1万元
//	决定日期  不早于  2024-01-01
//
// A Vocabulary lists the fields that conditions may speak of, each with its Chinese name, its kind and a typed accessor;
// VocabularyOf makes one from the columns of a ledger that is declared as data. Compile checks conditions against it,
// says everything that is wrong by row and column, and returns a function that neither allocates nor fails and whose
// work is linear in the number of conditions.
//
// Conditions one below the other must all hold (且). A condition marked 或 begins an alternative: 甲 且 乙 或 丙 且 丁
// holds when 甲 and 乙 do or when 丙 and 丁 do.
//
// An empty field is 为空, and as the plain opposites of 等于, 属于 and 包含 it is also 不等于, 不属于 and 不包含 anything;
// no other relation holds for it. Of a count that is a lower bound, 2000余, the number is compared.
//
// Two kinds of tables are made of such conditions, one condition a row, with 适用 (for which documents) or 合格 (what they
// must fulfil) before it:
//
//   - A rubric (评分标准): ReadRubric reads one from a workbook, package rules/ruleyaml from YAML; CompileRubric makes a
//     Scorer of it, whose results name every item, its points and the reason, and whose Formula turns them into a score
//     and a grade. The model is that of package rules/rubric. Groups of items (评分分组) have conditions, too: 适用, and
//     应有, what must be there before there is anything to judge. Groups and items that no document can ever reach, and
//     items that none can miss, are found without any document.
//   - Requirements (检查项): ReadRequirements reads them, CheckWith makes a fazhi.Check of each.
//
// RubricSheets and RequirementsSheet write the same tables, and empty forms with drop-downs for the people who type them.
//
// There are no expressions, no arithmetic and no loops: what needs them is a field of the vocabulary. Names of
// relations, columns and codes of issues stay; columns are only added.
package rules
