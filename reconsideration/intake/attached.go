package intake

import "github.com/fazhi-go/fazhi"

// attached judges each document of the attached review (附带审查, 第十三条、第五十六条、第五十七条).
func (m *matter) attached() []Finding {
	var found []Finding
	for i := range m.Attached {
		r := Rule{Code: "reconsideration/intake/attached", Group: Duty, Name: "附带审查", Path: fazhi.At("attached", i), New: "第十三条",
			judge: func(*matter) verdict { return m.Attached[i].verdict(fazhi.At("attached", i)) }}
		found = append(found, r.find(m))
	}
	return found
}

func (a *Attachment) verdict(at fazhi.Path) verdict {
	switch a.ByOrgan {
	case Yes: // art. 57 is not bound to the list of art. 13
		return both(kept(), handling(a.Competent, at, "第五十七条", "有权处理的国家机关"))
	case No:
		return both(a.eligible(at), handling(a.Competent, at, "第五十六条", "有权处理的行政机关"))
	}
	return open(Ask{at.At("byOrgan"), "由行政复议机关自行发现", ByOrgan})
}

// eligible judges whether the applicant may ask for the review of the document.
func (a *Attachment) eligible(at fazhi.Path) verdict {
	v := kept()
	switch a.Regulation {
	case Yes:
		v = broken("规章以上的文件不在附带审查之列")
		v.basis = lawName + "第十三条第二款"
	case Unknown:
		v = open(Ask{at.At("regulation"), "是规章以上的文件", ByOrgan})
	}
	switch a.Relied {
	case No:
		v = both(v, broken("行政行为没有以它为依据"))
	case Unknown:
		v = both(v, open(Ask{at.At("relied"), "行政行为以它为依据", ByOrgan}))
	}
	article, known := "", false
	for _, info := range Makers() {
		if info.Maker == a.Maker {
			article, known = info.Article, true
		}
	}
	switch {
	case !known:
		v = both(v, open(Ask{at.At("maker"), "制定机关的类别", ByOrgan}))
	case article == "":
		v = both(v, broken("制定机关不在第十三条第一款之列"))
	}
	return v
}

func handling(competent Answer, at fazhi.Path, article, to string) verdict {
	switch competent {
	case Yes:
		return kept("本机关有权处理，应当在三十日内依法处理（" + article + "）")
	case No:
		return kept("本机关无权处理，应当在七个工作日内转送" + to + "（" + article + "）")
	}
	return open(Ask{at.At("competent"), "本机关有权处理", ByOrgan})
}
