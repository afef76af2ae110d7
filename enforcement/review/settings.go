package review

import (
	"errors"
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/rules/rubric"
	"github.com/fazhi-go/fazhi/workday"
)

// A setting is one line of a policy: its name in JSON and on the sheet, and how it is written and read.
type setting struct {
	key, name, doc string
	choices        []string
	get            func(*Policy) string
	set            func(*Policy, string) error
}

// settings are all lines of a policy, in the order of the sheet.
func settings() []setting {
	return []setting{
		words("name", "规则名称", "", func(p *Policy) *string { return &p.Name }),
		words("version", "版本", "内容有改动的，另编版本", func(p *Policy) *string { return &p.Version }),
		words("basis", "依据", "没有上级规定的，写明是本单位规定", func(p *Policy) *string { return &p.Basis }),
		yesNo("single", "单评有效", "是：只有一份评查意见也可以定分", func(p *Policy) *bool { return &p.Single }),
		points("mean", "均值限度", "两个评分相差不超过多少分的，取均值", func(p *Policy) *rubric.Points { return &p.Mean }),
		points("talk", "合议限度", "相差超过均值限度、不超过多少分的，逐项合议", func(p *Policy) *rubric.Points { return &p.Talk }),
		yesNo("byGrade", "等次不同须第三评查人评分", "", func(p *Policy) *bool { return &p.ByGrade }),
		choice("veto", "一方认定否决", "只有一方认定一票否决的，怎么办", []string{string(ToThird), string(ToTalk)},
			func(p *Policy) *string { return (*string)(&p.Veto) }),
		choice("third", "第三评查人评分用法", "以第三评查人评分为准，取三个评分的平均，还是取居中的一个",
			[]string{string(ThirdAlone), string(MeanOfAll), string(Median)}, func(p *Policy) *string { return (*string)(&p.Third) }),
		yesNo("override", "自动评定可以更改", "更改的应当写理由", func(p *Policy) *bool { return &p.Override }),
		list("strata", "分层", "多项用顿号分开："+strings.Join(StrataNames(), "、"), func(p *Policy) *[]string { return &p.Strata }),
		number("size", "抽取件数", "按比例抽取的，填0", func(p *Policy) *int { return &p.Size }),
		number("percent", "抽取比例", "百分之几，按件数抽取的，填0", func(p *Policy) *int { return &p.Percent }),
		number("minimum", "每单位最少件数", "", func(p *Policy) *int { return &p.Minimum }),
		number("perStratum", "每层最少件数", "", func(p *Policy) *int { return &p.PerStratum }),
		span("objection", "异议期限", "如：5个工作日；填“无”，就是不定期限", func(p *Policy) *workday.Span { return &p.Objection }),
		span("rectification", "整改期限", "如：30日；填“无”，就是不定期限", func(p *Policy) *workday.Span { return &p.Rectification }),
	}
}

// errValue is what a setting says of a text that it cannot read.
var errValue = errors.New("取值有误")

func words(key, name, doc string, at func(*Policy) *string) setting {
	return setting{key: key, name: name, doc: doc, get: func(p *Policy) string { return *at(p) },
		set: func(p *Policy, s string) error { *at(p) = s; return nil }}
}

// choice is a setting of a few texts. What is none of them is kept, and Vet names it.
func choice(key, name, doc string, choices []string, at func(*Policy) *string) setting {
	s := words(key, name, doc, at)
	s.choices = choices
	return s
}

func yesNo(key, name, doc string, at func(*Policy) *bool) setting {
	get := func(p *Policy) string {
		if *at(p) {
			return "是"
		}
		return "否"
	}
	set := func(p *Policy, s string) error {
		if s != "是" && s != "否" {
			return errValue
		}
		*at(p) = s == "是"
		return nil
	}
	return setting{key, name, doc, []string{"是", "否"}, get, set}
}

func points(key, name, doc string, at func(*Policy) *rubric.Points) setting {
	return setting{key: key, name: name, doc: doc, get: func(p *Policy) string { return at(p).String() },
		set: func(p *Policy, s string) (err error) { *at(p), err = rubric.ParsePoints(s); return err }}
}

func number(key, name, doc string, at func(*Policy) *int) setting {
	return setting{key: key, name: name, doc: doc, get: func(p *Policy) string { return strconv.Itoa(*at(p)) },
		set: func(p *Policy, s string) (err error) { *at(p), err = strconv.Atoi(s); return err }}
}

func list(key, name, doc string, at func(*Policy) *[]string) setting {
	return setting{key: key, name: name, doc: doc, get: func(p *Policy) string { return strings.Join(*at(p), "、") },
		set: func(p *Policy, s string) error {
			if s != "" {
				*at(p) = strings.Split(s, "、")
			}
			return nil
		}}
}

func span(key, name, doc string, at func(*Policy) *workday.Span) setting {
	get := func(p *Policy) string {
		if at(p).IsZero() {
			return "无"
		}
		return at(p).Chinese()
	}
	set := func(p *Policy, s string) (err error) {
		*at(p) = workday.Span{}
		if s != "无" {
			*at(p), err = workday.ParseSpan(s)
		}
		return err
	}
	return setting{key: key, name: name, doc: doc, get: get, set: set}
}
