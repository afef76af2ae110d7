package lint

import (
	"slices"
	"strings"
)

// firstDuty is the basis of the wording that every annual report quotes.
const firstDuty = "党政主要负责人履行推进法治建设第一责任人职责规定 第四条"

// quotations returns the fixed wordings that are known to the package.
func quotations() []Quotation {
	return []Quotation{
		{Parts: []string{"亲自部署", "亲自过问", "亲自协调", "亲自督办"}, Basis: firstDuty},
		{Parts: []string{"重要工作亲自部署", "重大问题亲自过问", "重点环节亲自协调", "重要任务亲自督办"}, Basis: firstDuty},
		{Parts: []string{"统一登记", "统一编号", "统一印发"}, Basis: "行政规范性文件“三统一”"},
	}
}

// A quoting is a place where a text quotes a wording: its parts, in their order there.
type quoting struct {
	parts []int // indices
	at    []int // bytes where each begins
	end   int
}

// eachQuoting calls f with the places where two parts or more follow each other with at most one mark between them.
func (p *pass) eachQuoting(f func(i int, u *unit, q Quotation, found quoting)) {
	list := append(quotations(), p.opts.Quotations...)
	p.each(prose|cell, func(i int, u *unit) {
		for _, q := range list {
			end := 0
			for _, at := range partPlaces(u.text, q.Parts) {
				if at < end {
					continue
				}
				found := quotingAt(u.text, at, q.Parts)
				end = found.end
				if len(found.parts) > 1 {
					f(i, u, q, found)
				}
			}
		}
	})
}

// partPlaces returns where the parts of a wording stand in a text, in order.
func partPlaces(text string, parts []string) []int {
	var places []int
	for _, part := range parts {
		if part != "" {
			indices(text, part, func(at int) { places = append(places, at) })
		}
	}
	slices.Sort(places)
	return places
}

// quotingAt follows the parts that begin at a byte.
func quotingAt(text string, at int, parts []string) quoting {
	q := quoting{end: at}
	for {
		rest, _ := cutAny(text[q.end:], "、", "，", ",", "和")
		if len(q.parts) == 0 {
			rest = text[at:]
		}
		part := -1
		for k, s := range parts {
			if s != "" && strings.HasPrefix(rest, s) {
				part = k
			}
		}
		if part < 0 {
			return q
		}
		start := len(text) - len(rest)
		q.parts, q.at = append(q.parts, part), append(q.at, start)
		q.end = start + len(parts[part])
	}
}

// quotationMark: 亲自部署亲自过问 → 亲自部署、亲自过问 (W1).
func quotationMark(p *pass) {
	p.eachQuoting(func(i int, u *unit, q Quotation, found quoting) {
		for k := 1; k < len(found.at); k++ {
			at := found.at[k]
			if at == found.at[k-1]+len(q.Parts[found.parts[k-1]]) {
				p.fix(i, at, at, "、", "固定提法的各部分之间缺少顿号")
				p.rests(q.Basis)
			}
		}
	})
}

// quotationParts reports wordings of which a part is missing or out of its place (W1).
func quotationParts(p *pass) {
	p.eachQuoting(func(i int, u *unit, q Quotation, found quoting) {
		ordered := len(found.parts) == len(q.Parts)
		for k, part := range found.parts {
			ordered = ordered && k == part
		}
		if !ordered {
			p.say(i, found.at[0], "固定提法引用不完整或者次序有误，应当核对原文")
			p.rests(q.Basis)
		}
	})
}

// rests gives the last hit a basis of its own.
func (p *pass) rests(basis string) {
	if basis != "" {
		p.hits[len(p.hits)-1].rule.Basis = basis
	}
}
