package html

import (
	"strconv"
	"strings"

	"github.com/fazhi-go/fazhi/gongwen"
)

// printRules is the style sheet for paper; words in braces stand for measures of a profile. Landscape tables have pages that
// lie, with the margins turned along (8).
const printRules = `@page { size: {width} {height}; margin: {top} {right} {bottom} {left}; }
@page :right { @bottom-right { {number} text-align: right; padding-right: 1em; } }
@page :left { @bottom-left { {number} text-align: left; padding-left: 1em; } }
@page letter:first {
	margin-top: {letter-top};
	@bottom-right { content: none; }
	@bottom-center { content: ""; vertical-align: top; margin-top: {letter-foot}; border-top: calc(2 * {red-line}) double {red}; }
}
@page turned { size: {height} {width}; margin: {left} {top} {right} {bottom}; }
@media print {
	html { background: none; }
	body {
		max-width: none; padding: 0; color: #000; font-size: {size}; line-height: {pitch}; letter-spacing: {spacing};
		orphans: 1; widows: 1; text-spacing-trim: {trim};
	}
	.skip, .toc.auto, .notes a.extra { display: none; }
	a { color: inherit; text-decoration: none; }
	article > #title, .attachment .title, .toc .title { font-size: {title}; line-height: {pitch}; letter-spacing: 0; }
	article > #title { margin: calc(2 * {pitch}) 0 {pitch}; }
	header ~ main > article > :first-child:not(#title) { margin-top: calc(2 * {pitch}); }
	header { position: relative; }
	.labels { height: {mark-top}; }
	header .mark { margin: 0; color: {red}; font-size: max({title}, min({mark}, ({text} - 1pt) / var(--n))); line-height: 1; letter-spacing: 0; }
	.number { margin-top: calc(2 * {pitch}); }
	.general header, .minutes header { border-bottom: {red-line} solid {red}; padding-bottom: {red-gap}; }
	.order .labels { height: {order-top}; }
	.letter { page: letter; }
	.letter .labels { height: auto; }
	.letter .number { margin-top: 0; }
	.letter header .mark {
		margin-bottom: calc({size} * 7 / 8); padding-bottom: {letter-gap}; border-bottom: calc(2 * {red-line}) double {red};
	}
	.scroll { overflow: visible; margin: 0; }
	.scroll:not(.turned) th, .scroll:not(.turned) td { min-width: 0; }
	.turned { page: turned; }
	table, .notes, footer { font-size: {small}; letter-spacing: 0; }
	table { line-height: calc({small} * 10 / 7); }
	caption { font-size: {size}; line-height: {pitch}; padding: 0; }
	thead { display: table-header-group; }
	tr, figure { break-inside: avoid; }
	.s1, .s2, .s3, .s4, caption { break-after: avoid; }
	figure { margin: 0; }
	.notes { border: 0; margin-top: {pitch}; padding: 0; }
	.enclosed, .sign { margin-top: {pitch}; }
	.rolls { margin-top: {pitch}; }
	.joint .organs { row-gap: calc(4 * {pitch}); }
	.page { break-after: page; }
	.attachment { break-before: page; margin: 0; padding: 0; border: 0; }
	.attachment .title { margin: {pitch} 0; }
	footer { break-inside: avoid; margin-top: {pitch}; border-width: {thick} 0; }
	footer p { padding-top: 0; padding-bottom: 0; }
	footer .copy + .printer { border-top-width: {thin}; }
}
`

// pageNumber is how a page number looks (页码, 7.5): its dashes lie below the type area, in the middle of a line that is as
// high as they are wide.
const pageNumber = `content: "— " counter(page) " —"; font: {small}/1 "宋体", SimSun, STSong, "Songti SC", "Noto Serif CJK SC", serif; ` +
	`vertical-align: top; padding-top: calc({number-gap} - {small} / 2);`

// printStyle returns the style sheet for paper: page, margins, lines and characters of the profile, red mark and red line,
// the page number where the browser knows margin boxes. The first page of a letter has none (10.1).
func printStyle(p *gongwen.Profile) string {
	trim := "space-all"
	if p.Squeeze {
		trim = "normal"
	}
	right, bottom := p.Width-p.Left-p.TextWidth, p.Height-p.Top-p.TextHeight
	rules := strings.NewReplacer("{number}", pageNumber).Replace(printRules)
	return strings.NewReplacer(
		"{width}", points(p.Width), "{height}", points(p.Height), "{text}", points(p.TextWidth),
		"{top}", points(p.Top), "{right}", points(right), "{bottom}", points(bottom), "{left}", points(p.Left),
		"{size}", points(p.BodySize), "{pitch}", points(p.LinePitch), "{spacing}", points(p.CharSpacing), "{trim}", trim,
		"{title}", points(p.TitleSize), "{mark}", points(p.MarkSize), "{small}", points(p.SmallSize),
		"{mark-top}", points(p.MarkTop), "{order-top}", points(p.OrderTop), "{red}", colour(p.Red),
		"{red-gap}", points(p.RedLineGap), "{red-line}", points(p.RedLineWidth), "{number-gap}", points(p.PageNumberGap),
		"{letter-top}", points(p.LetterTop), "{letter-gap}", points(p.LetterRuleGap), "{letter-foot}", points(bottom-p.LetterFoot),
		"{thick}", points(p.ThickRule), "{thin}", points(p.ThinRule),
	).Replace(rules)
}

// points writes a length for a style sheet.
func points(l gongwen.Length) string { return strconv.FormatFloat(l.Points(), 'f', -1, 64) + "pt" }

func colour(c [3]uint8) string {
	return "rgb(" + strconv.Itoa(int(c[0])) + " " + strconv.Itoa(int(c[1])) + " " + strconv.Itoa(int(c[2])) + ")"
}
