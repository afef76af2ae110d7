// Package ruleyaml reads and writes rubrics (评分标准) as YAML with Chinese keys: the same model as the workbook of package
// rules, both ways.
//
//	r, issues := ruleyaml.Read("许可.yaml", data)
//	scorer, issues := rules.CompileRubric(vocabulary, r)
//
// A rubric looks so; of an item only 编号, 项目 and 分值 are needed, and of the head the first three keys. A condition may
// begin with 或:
//
//	标准编号: licheng/permit
//	标准名称: 行政许可案卷评分标准
//	版本: "2024"
//	总分: 20
//	基础分: 50
//	折算分: 50
//	最低分: 0
//	否决: {后果: 记零分}
//	等次:
//	  优秀: 90
//	  合格: 60
//	  不合格: 0
//	分组:
//	  - 分组: 决定书
//	    环节: 决定
//	    分值: 20
//	    封顶: 5
//	    适用: [[案卷类型, 等于, 行政许可]]
//	    应有: [[决定日期, 不为空]]
//	项目:
//	  - 编号: "1"
//	    分组: 决定书
//	    项目: 在法定期限内决定
//	    分值: 12
//	    全扣: 是
//	    依据条文: 行政许可法第四十二条
//	    合格: [[立案至决定工作日, 不大于, 20], [或, 是否延长, 是]]
//	  - 编号: "2"
//	    分组: 决定书
//	    项目: 说理充分
//	    分值: 8
//	    扣分幅度: [1, 5]
//	  - 编号: "3"
//	    分组: 决定书
//	    项目: 文字错误
//	    分值: 3
//	    性质: 扣分
//	    每处扣: 0.5
//	  - 编号: "4"
//	    项目: 主体合法
//	    分值: 0
//	    一票否决: 是
//
// The effects of a veto (后果) are 仅提示, 记零分, 最低等次, 限制等次 with 等次, and 扣分 with 扣分; a group may have its own 否决.
// The roles of an item (性质) are 得分, which may be left out, 扣分 and 加分. An item with 关键项: 是 takes its whole group
// if it keeps nothing.
//
// It reads plain YAML only: anchors, references and tags are refused. Keys stay; keys are only added.
package ruleyaml
