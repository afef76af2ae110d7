package rubrics

import "slices"

// A Status says what a built-in rubric is.
type Status string

// The statuses.
const (
	Adapted Status = "官方模型改写" // points and structure of an official text in other words
	House   Status = "自拟，非官方" // a draft of this project
)

// Info says of a built-in rubric for which files it is and how far it is to be trusted. Sort and Procedure are the words of
// a case file, 行政处罚 and 普通程序; an empty Procedure is any. Sector is empty for all sectors.
type Info struct {
	Name       Name   `json:"name"`
	Sort       string `json:"sort"`
	Procedure  string `json:"procedure,omitempty"`
	Sector     string `json:"sector,omitempty"`
	Status     Status `json:"status"`
	Source     string `json:"source"`
	Confidence string `json:"confidence"`
}

const (
	penalty, noPenalty, permit, coercion, inspection = "行政处罚", "不予行政处罚", "行政许可", "行政强制", "行政检查"

	national   = "生态环境行政执法案卷评查细则（2024年修订版），环执法发〔2024〕4号，2024年5月31日"
	trusted    = "分值、结构和文书名称经核对合计，可信度高；文字为改写，等次为自定，施行日期未查到"
	unofficial = "项目依据法律条文，分值和等次为自定；没有查到全国统一的评分标准"
)

// List returns what is known of the built-in rubrics, in their usual order.
func List() []Info {
	house := func(name Name, sort, procedure, source string) Info {
		return Info{Name: name, Sort: sort, Procedure: procedure, Status: House, Source: source, Confidence: unofficial}
	}
	mee := func(name Name, sort, procedure string) Info {
		return Info{Name: name, Sort: sort, Procedure: procedure, Sector: "生态环境", Status: Adapted, Source: national, Confidence: trusted}
	}
	return []Info{
		house(Penalty, penalty, "普通程序", "行政处罚法、行政强制法"),
		house(SummaryPenalty, penalty, "简易程序", "行政处罚法"),
		house(NoPenalty, noPenalty, "", "行政处罚法"),
		house(Permit, permit, "", "行政许可法"),
		house(Coercion, coercion, "", "行政强制法"),
		house(Inspection, inspection, "", "国办发〔2024〕54号、行政检查文书基本格式文本（试行）"),
		mee(MEEPenalty, penalty, "普通程序"),
		mee(MEENoPenalty, noPenalty, ""),
		mee(MEEDaily, penalty, "普通程序"),
		mee(MEESeizure, coercion, ""),
		mee(MEEDetention, penalty, "普通程序"),
		mee(MEECrime, penalty, "普通程序"),
	}
}

// For suggests the rubrics for files of a sort and a procedure, as a case file writes them; a file that does not name its
// procedure counts as one of 普通程序. Those for all sectors come first. None fits an unknown sort.
func For(sort, procedure string) []Name {
	if procedure == "" {
		procedure = "普通程序"
	}
	list := slices.DeleteFunc(List(), func(i Info) bool {
		return i.Sort != sort || i.Procedure != "" && i.Procedure != procedure
	})
	names := make([]Name, len(list))
	for n := range list {
		names[n] = list[n].Name
	}
	return names
}
