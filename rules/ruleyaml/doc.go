// Package ruleyaml reads and writes rubrics (评分标准) as YAML with Chinese keys: the same model as the workbook of package
// rules, both ways.
//
//	r, issues, err := ruleyaml.Read("许可.yaml", data)
//	scorer, issues := rules.CompileRubric(vocabulary, r)
//
// A rubric looks so; only 编号, 项目 and 分值 of an item are needed, and a condition may begin with 或:
//
//	标准编号: licheng/permit
//	标准名称: 行政许可案卷评分标准
//	版本: "2024"
//	总分: 10
//	项目:
//	  - 编号: "1"
//	    项目: 在法定期限内决定
//	    分值: 10
//	    依据条文: 行政许可法第四十二条
//	    适用: [[案卷类型, 等于, 行政许可]]
//	    合格: [[立案至决定工作日, 不大于, 20], [或, 决定日期, 为空]]
//
// It reads plain YAML only: anchors, references and tags are refused. Keys stay; keys are only added.
package ruleyaml
