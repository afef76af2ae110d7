package intake

// An Act is a kind of administrative act (行政行为), or of what is none.
type Act string

// An ActInfo is one item of the scope of reconsideration (行政复议范围).
type ActInfo struct {
	Act      Act    `json:"act"`
	Article  string `json:"article"`
	Excluded bool   `json:"excluded,omitempty"` // 第十二条
	Omits    bool   `json:"omits,omitempty"`    // it can be that an organ did nothing
}

// Acts returns the fifteen items of art. 11 and the four of art. 12.
func Acts() []ActInfo {
	return []ActInfo{
		{"行政处罚", "第十一条第一项", false, false},
		{"行政强制", "第十一条第二项", false, false},
		{"行政许可", "第十一条第三项", false, true},
		{"自然资源确权", "第十一条第四项", false, false},
		{"征收征用补偿", "第十一条第五项", false, false},
		{"行政赔偿", "第十一条第六项", false, false},
		{"工伤认定", "第十一条第七项", false, false},
		{"经营自主权和土地权利", "第十一条第八项", false, false},
		{"排除限制竞争", "第十一条第九项", false, false},
		{"违法要求履行义务", "第十一条第十项", false, false},
		{"履行保护职责", "第十一条第十一项", false, true},
		{"社会保障给付", "第十一条第十二项", false, true},
		{"行政协议", "第十一条第十三项", false, true},
		{"政府信息公开", "第十一条第十四项", false, true},
		{"其他行政行为", "第十一条第十五项", false, true},
		{"国家行为", "第十二条第一项", true, false},
		{"规范性文件", "第十二条第二项", true, false},
		{"内部奖惩任免", "第十二条第三项", true, false},
		{"民事纠纷调解", "第十二条第四项", true, false},
	}
}

const (
	penalty     Act = "行政处罚"
	resource    Act = "自然资源确权"
	information Act = "政府信息公开"
	protection  Act = "履行保护职责"
)

func actOf(a Act) (ActInfo, bool) {
	for _, info := range Acts() {
		if info.Act == a {
			return info, true
		}
	}
	return ActInfo{}, false
}

// A Respondent is a kind of respondent (被申请人).
type Respondent string

// The kinds of respondents.
const (
	Department         Respondent = "工作部门"
	LowerGovernment    Respondent = "下一级人民政府"
	Outpost            Respondent = "派出机关"
	OutpostDepartment  Respondent = "省、自治区派出机关的工作部门"
	OutpostGovernment  Respondent = "省、自治区派出机关所辖的人民政府"
	Branch             Respondent = "派出机构"
	Authorized         Respondent = "授权组织"
	Province           Respondent = "省级人民政府"
	Ministry           Respondent = "国务院部门"
	MinistryBranch     Respondent = "国务院部门派出机构"
	MinistryAuthorized Respondent = "国务院部门授权组织"
	VerticalOrgan      Respondent = "垂直领导机关"
	Justice            Respondent = "司法行政部门" // that does the work of the 行政复议机构
)

func respondents() []Respondent {
	return []Respondent{Department, LowerGovernment, Outpost, OutpostDepartment, OutpostGovernment, Branch, Authorized,
		Province, Ministry, MinistryBranch, MinistryAuthorized, VerticalOrgan, Justice}
}

// A Vertical is a line of organs under vertical leadership (垂直领导).
type Vertical string

// otherVertical is a line that art. 27 does not name: it says “等”.
const otherVertical Vertical = "其他"

func verticals() []Vertical {
	return []Vertical{"海关", "金融", "外汇管理", "税务", "国家安全", otherVertical}
}

// A Maker is a kind of organ that makes normative documents.
type Maker string

// A MakerInfo says under which item of art. 13 documents of a maker may be reviewed; an empty article: they may not.
type MakerInfo struct {
	Maker   Maker  `json:"maker"`
	Article string `json:"article,omitempty"`
}

// Makers returns the makers of normative documents.
func Makers() []MakerInfo {
	return []MakerInfo{
		{"国务院部门", "第十三条第一款第一项"},
		{"县级以上地方人民政府", "第十三条第一款第二项"},
		{"县级以上地方人民政府工作部门", "第十三条第一款第二项"},
		{"乡镇人民政府", "第十三条第一款第三项"},
		{"授权组织", "第十三条第一款第四项"},
		{"国务院", ""},
		{"其他", ""},
	}
}
