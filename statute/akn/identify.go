package akn

import "github.com/fazhi-go/fazhi"

// meta writes the metadata of the text, or of one of its annexes, which component names: "!main", "!att_1".
func (w *writer) meta(component, title string) {
	w.open("meta")
	w.open("identification", "source", "#"+w.about.Editor.ID)
	w.frbrWork(component, title)
	w.frbr("FRBRExpression", w.about.expression(), component, w.about.Published, "公布", w.about.Organ)
	w.void("FRBRlanguage", "language", "zho")
	w.shut("FRBRExpression")
	w.frbr("FRBRManifestation", w.about.expression(), component+".xml", w.about.Prepared, "制作", w.about.Editor)
	w.shut("FRBRManifestation")
	w.shut("identification")
	if component == mainComponent {
		w.lifecycle()
	}
	w.shut("meta")
}

const mainComponent = "!main"

func (w *writer) frbrWork(component, title string) {
	m := &w.about
	w.open("FRBRWork")
	w.void("FRBRthis", "value", m.work()+"/"+component)
	w.void("FRBRuri", "value", m.work())
	for _, n := range m.Numbers {
		w.void("FRBRalias", "value", n.Text, "name", n.Name)
	}
	w.void("FRBRdate", "date", m.Dated.String(), "name", "成文日期")
	w.void("FRBRauthor", "href", "#"+m.Organ.ID)
	w.void("FRBRcountry", "value", m.Country)
	w.void("FRBRsubtype", "value", m.Subtype)
	if len(m.Numbers) > 0 {
		w.void("FRBRnumber", "value", m.Numbers[0].Text)
	}
	w.void("FRBRname", "value", title)
	w.void("FRBRprescriptive", "value", "true")
	w.void("FRBRauthoritative", "value", "false")
	w.shut("FRBRWork")
}

// frbr opens an element and writes what expressions and manifestations have in common.
func (w *writer) frbr(name, uri, component string, on fazhi.Date, what string, by Organ) {
	w.open(name)
	w.void("FRBRthis", "value", uri+"/"+component)
	if name == "FRBRManifestation" {
		uri += ".xml"
	}
	w.void("FRBRuri", "value", uri)
	w.void("FRBRdate", "date", on.String(), "name", what)
	w.void("FRBRauthor", "href", "#"+by.ID)
}

// lifecycle writes what happened to the text, from when to when it is in force, and the organs.
func (w *writer) lifecycle() {
	m, source := &w.about, "#"+w.about.Editor.ID
	w.open("lifecycle", "source", source)
	event := func(id string, on fazhi.Date, kind string) {
		w.void("eventRef", "date", on.String(), "type", kind, "source", "#original_1", "eId", id)
	}
	event("event_dated", m.Dated, "generation")
	event("event_effective", m.Effective, "generation")
	for _, d := range m.Amended {
		event(w.unique("event_amended"), d, "amendment")
	}
	interval := []string{"start", "#event_effective"}
	if !m.Ends.IsZero() {
		event("event_ends", m.Ends, "repeal")
		interval = append(interval, "end", "#event_ends")
	}
	w.shut("lifecycle")
	w.open("temporalData", "source", source)
	w.open("temporalGroup", "eId", "group_1")
	w.void("timeInterval", append(interval, "refersTo", "#concept_inforce")...)
	w.shut("temporalGroup")
	w.shut("temporalData")
	w.references()
}

func (w *writer) references() {
	m := &w.about
	w.open("references", "source", "#"+m.Editor.ID)
	w.void("original", "eId", "original_1", "href", m.work(), "showAs", m.Title)
	organs := []Organ{m.Organ, m.Editor}
	if m.Editor.ID == m.Organ.ID {
		organs = organs[:1]
	}
	for _, o := range organs {
		w.void("TLCOrganization", "eId", o.ID, "href", "/akn/ontology/organization/"+o.ID, "showAs", o.Name)
	}
	w.void("TLCConcept", "eId", "concept_inforce", "href", "/akn/ontology/concept/inforce", "showAs", "有效")
	w.shut("references")
}
