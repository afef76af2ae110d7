package html

// screenStyle is how the page looks on a screen, and what screen and paper share. Measures are in characters (em), so that
// the page grows with the reader's font size. Lines are as long as on paper, 28 characters, where there is room.
//
// A weight of bold without synthesis takes a bold cut where a stand-in for 小标宋 has one and leaves 小标宋 itself alone. An
// empty marker keeps a list a list for all screen readers, while none does not. Colours of texts have a contrast of at least
// 4.5 to 1; with forced colours the reader's own are taken, but for drawings, which keep theirs on white.
const screenStyle = `:root {
	color-scheme: light;
	--fang: "仿宋_GB2312", "FangSong_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", "Noto Serif SC", serif;
	--kai: "楷体_GB2312", "KaiTi_GB2312", "楷体", KaiTi, STKaiti, "LXGW WenKai", "Noto Serif CJK SC", serif;
	--hei: "黑体", SimHei, STHeiti, "Heiti SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
	--biao: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "小标宋", "华文中宋", STZhongsong, "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif;
}
* { box-sizing: border-box; }
html { background: #ececec; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
	max-width: calc(28em + 5rem); margin: 0 auto; padding: 1rem 1rem 3rem; background: #fff; color: #1a1a1a;
	font: 1.125rem/1.8 var(--fang); font-synthesis-weight: none; overflow-wrap: anywhere; text-autospace: no-autospace;
}
p, h1, h2, h3, h4, h5, h6, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1, h2, h3, h4, h5, h6, th { font-size: 1em; font-weight: normal; }
p, li, dd, td, th, h1, h2, h3, h4, h5, h6, caption { white-space: pre-wrap; }
p, li, .runin, .s1, .s2, .s3, .s4 { text-indent: 2em; text-align: justify; }
ul, ol { list-style-type: ""; }
a { color: #0b4a8f; text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; }
b, .hei, .s1, dt, caption, .label { font-family: var(--hei); font-weight: normal; }
.kai, .s2 { font-family: var(--kai); }
.runin > * { display: inline; text-indent: 0; }
.flush, .centre, .right, .to, header p, footer p, .sign p, figure, .toc p, .toc li { text-indent: 0; }
.centre, figure, caption, th { text-align: center; }
.right, td.r { text-align: right; }
.skip { position: absolute; left: -99em; padding: 0.25em 0.5em; background: #fff; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
.line { display: block; }
.phrase { display: inline-block; text-wrap: balance; }
article > #title, .attachment .title, .toc .title {
	font-family: var(--biao); font-weight: bold; font-size: 1.375em; line-height: 1.4; text-align: center; text-wrap: balance;
}
article > #title { margin: 1.4em 0 1em; }
header ~ main > article > :first-child:not(#title) { margin-top: 3.6em; }
header .mark { margin: 1em 0; color: #c00; font-family: var(--biao); font-weight: bold; line-height: 1.3; text-align: center;
	font-size: clamp(1.5rem, min(100vw - 2.2rem, 35rem) / var(--n), 2.625rem); text-wrap: balance; }
.mark .organs + span:empty { display: none; }
.mark:has(.organs) { display: flex; align-items: center; justify-content: center; gap: 0.5em; }
.mark .organs .line { text-align-last: justify; }
.number { text-align: center; }
.number p { text-align: center; }
.number.signed { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; padding: 0 1em; }
.general header, .minutes header { border-bottom: 2px solid #c00; padding-bottom: 0.7em; }
.letter footer { border: 0; }
.letter header .mark { border-bottom: 4px double #c00; padding-bottom: 0.3em; }
.letter header .row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; }
.toc { margin: 1.5em 0; }
.toc.auto { padding: 0.8em 1em; border: 1px solid #767676; font-size: 0.875em; }
.toc .title { margin-bottom: 0.7em; }
.toc li { text-align: left; white-space: normal; }
.toc ul ul { padding-left: 1em; }
.scroll { overflow-x: auto; margin: 1em 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.875em; line-height: 1.43; }
caption { font-size: 1.143em; padding-bottom: 0.5em; }
th, td { min-width: 3em; padding: 0.4em; border: 1px solid #595959; }
th { font-family: var(--hei); }
td.r { font-variant-numeric: tabular-nums; overflow-wrap: normal; }
figure { margin: 1em 0; }
img, svg { max-width: 100%; height: auto; }
svg { background: #fff; forced-color-adjust: none; }
.notes { margin-top: 1.8em; padding-top: 0.5em; border-top: 1px solid #767676; font-size: 0.875em; }
.notes a { margin-left: 0.5em; }
.enclosed { margin-top: 1.8em; }
.enclosed li { padding-left: 3em; }
.enclosed li:first-child { padding-left: 0; }
.rolls { display: grid; grid-template-columns: auto 1fr; margin: 1.8em 0 0 2em; }
.sign { width: fit-content; max-width: 100%; margin: 1.8em 0 0 auto; padding-right: 2em; break-inside: avoid; }
.sign .date { padding-left: 2em; }
.sign.sealed { padding-right: 4em; text-align: center; }
.sign.sealed p { text-align: center; padding: 0; }
.sign.joint, .sign.stamped { width: auto; padding-right: 0; }
.joint .organs { display: flex; flex-wrap: wrap; justify-content: space-around; gap: 1em; }
.joint .organs p { text-align: center; }
.joint .date, .stamped .date { text-align: right; padding-right: 4em; }
.signatory { display: flex; justify-content: flex-end; gap: 2em; align-items: center; padding-right: 4em; }
.signatory .kai { min-width: 4em; }
.signatory .kai:empty { min-height: 3.6em; }
.stamped .date { margin-top: 1.8em; }
.attachment { margin-top: 3em; padding-top: 2em; border-top: 1px solid #767676; }
.attachment .label, .attachment .title { display: block; }
.attachment .title { margin: 0.7em 0; }
footer { margin-top: 3em; border: solid #1a1a1a; border-width: 2px 0; font-size: 0.875em; }
footer p { padding: 0.3em 1em; }
footer .copy { padding-left: 4em; text-indent: -3em; }
footer .copy + .printer { border-top: 1px solid #1a1a1a; }
.printer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; }
@media (min-width: 40em) {
	body { padding: 3rem 2.5rem; font-size: 1.25rem; }
	data { white-space: nowrap; }
	.sign.sealed .organs { width: 6.5em; display: flex; flex-direction: column; align-items: center; margin: 0 auto; }
	.sign.sealed .organs p { white-space: nowrap; }
}
`
