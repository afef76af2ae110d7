package redact

import "strings"

// Words that a name follows. After the strong ones stands a colon, or they head a column; after the plain ones the name may
// follow at once (证人钱某).
const (
	strongWords = "姓名|联系人|委托人|受托人|委托代理人|代理人|监护人|户主|收件人|签收人|受送达人|代收人|鉴定人|信访人|反映人|受援人|被处罚人|违法行为人|" +
		"申请执行人|被执行人|承租人|出租人|买受人|出卖人|借款人|出借人|承包人|发包人|经营者|业主|担保人|继承人|被继承人|债权人|债务人|" + plainWords
	plainWords = "曾用名|申请人|第三人|当事人|法定代理人|委托代理人|原告|被告|上诉人|申诉人|甲方|乙方|丙方|丁方|" +
		"证人|见证人|目击者|目击证人|知情人|案外人|利害关系人|行政相对人|相对人|近亲属|共有人|被询问人|被调查人|投诉人|举报人|受害人|被害人|死者|伤者|驾驶人|驾驶员"
)

// Ids of words in the trie.
const (
	strongWord = iota
	plainWord
)

// contextWords returns the words that names follow.
func contextWords(more []string) *trie {
	t := &trie{}
	for w := range strings.SplitSeq(plainWords, "|") {
		t.add(w, plainWord)
	}
	for w := range strings.SplitSeq(strongWords, "|") {
		t.add(w, strongWord)
	}
	for _, w := range more {
		t.add(w, strongWord)
	}
	return t
}

// contextNames adds the names that follow a word of the page.
func (r *Redactor) contextNames(p *page, n *names) {
	r.words.find(p, func(start, end, id int) {
		agent := agentWord(squeeze(string(p.folded[start:end])))
		switch after, colon := p.afterWord(end); {
		case colon:
			r.readNames(p, after, reading{list: singles, strong: true, agent: agent}, n)
		case id == plainWord:
			r.readNames(p, after, plainReading(p, after, agent), n)
		}
	})
}

// agentWord reports a word after which an agent stands, who may be a lawyer, but not a guardian.
func agentWord(w string) bool {
	return strings.HasSuffix(w, "代理人") && w != "法定代理人" || w == "受托人"
}

// mostAside is how far the words after a name are read.
const mostAside = 40

// lawyer reports whether the words after a name say that it is a lawyer's (律师) or that of a legal worker at the grass roots
// (基层法律服务工作者), whose name and office stay (法释〔2016〕19号 art. 11).
func (p *page) lawyer(end int) bool {
	i := p.skipBlanks(end)
	return (p.rune(i) == ',' || p.rune(i) == '(') && lawyerly(p.aside(i))
}

// Words of the aside that tells of a lawyer: an office and a title, or a title alone.
const (
	lawOffices   = "律师事务所 法律服务所"
	officeTitles = "律师 实习律师 专职律师 兼职律师 主任律师 法律工作者 实习法律工作者 法律服务工作者"
	bareTitles   = " 律师 执业律师 基层法律服务工作者 "
)

// lawyerly reports an aside that is nothing but the office and title of a lawyer, or the title. Other words with 律师 in them do
// not count (曾任某所律师), nor do those that speak of somebody else (王某系某所律师).
func lawyerly(aside string) bool {
	aside = strings.TrimPrefix(squeeze(aside), "系")
	if strings.Contains(bareTitles, " "+aside+" ") {
		return aside != ""
	}
	for office := range strings.SplitSeq(lawOffices, " ") {
		for title := range strings.SplitSeq(officeTitles, " ") {
			if name, ok := strings.CutSuffix(aside, office+title); ok {
				return officeName(name)
			}
		}
	}
	return false
}

// officeName reports what may be the name of an office before its kind (北京市某某): no clause about a person.
func officeName(name string) bool {
	return name != "" && !strings.ContainsAny(name, "不非未曾系是费的之任") && !strings.Contains(name, "协会") &&
		!strings.ContainsRune("原前由经与和同现", []rune(name)[0])
}

// aside returns the words after a comma up to the next mark, or those in brackets.
func (p *page) aside(i int) string {
	from, depth := i+1, 0
	for i = from; i < min(len(p.folded), from+mostAside); i++ {
		switch p.folded[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 || strings.ContainsRune(",;。、\n", p.folded[i]) {
			break
		}
	}
	return string(p.folded[min(from, len(p.folded)):i])
}

// afterWord returns where a name begins after a word and its number or aside, "申请人2（乙方）：", and whether a colon stands
// before it.
func (p *page) afterWord(i int) (start int, colon bool) {
	j := i
	for digits := 0; digits < 2 && (digit(p.rune(j)) || p.rune(j) != 0 && strings.ContainsRune("一二三四五六七八九十", p.rune(j))); digits++ {
		j++
	}
	if p.rune(j) == '(' {
		for k := j + 1; k < j+16; k++ {
			if p.rune(k) == ')' {
				i, j = k+1, k+1
				break
			}
		}
	}
	j = p.skipBlanks(j)
	if p.rune(j) != ':' {
		return i, false
	}
	return p.skipBlanks(j + 1), true
}

// skipBlanks returns the first place after a few blanks.
func (p *page) skipBlanks(i int) int {
	for end := i + mostBlanks; i < end && blank(p.rune(i)); i++ {
	}
	return i
}

// A reading is how sure it is that a name stands at a place.
type reading struct {
	list   string // surnames
	strong bool
	agent  bool // the name may be a lawyer's, which stays
	aside  bool // the name ends before a bracket that tells of a person
}

// plainReading is that of a name without a colon before it. Before a bracket that tells of a person it may have any surname.
func plainReading(p *page, i int, agent bool) reading {
	how := reading{list: common, agent: agent}
	if how.name(p, i) == i {
		how.list, how.aside = singles, true
	}
	return how
}

// mostListed is the largest number of names that are read after one word.
const mostListed = 50

// readNames reads names joined by 、 和 与 及.
func (r *Redactor) readNames(p *page, i int, how reading, n *names) {
	for range mostListed {
		end := how.name(p, i)
		if end == i {
			return
		}
		full, short := string(p.folded[i:end]), string(p.folded[i:end-1])
		doubt := how.doubtful(p, i, end)
		if doubt && n.has(short) && !n.has(full) && p.clause(end-1) {
			end, full, doubt = end-1, short, false
		}
		if i >= p.from && !r.kept(p, i, end) && !(how.agent && p.lawyer(end)) && n.add(full) && doubt {
			n.also(short)
		}
		if i = end; !strings.ContainsRune("、和与及", p.rune(i)) {
			return
		}
		i++
	}
}

// name returns the end of the name that begins at a place, or the place itself.
func (h reading) name(p *page, i int) int {
	if h.strong {
		if end := max(dotted(p, i), latin(p, i)); end > i {
			return end
		}
	}
	before := surname(p, i, h.list)
	if before == 0 {
		return i
	}
	for given := 2; given >= 1; given-- {
		end := h.given(p, i+before, given)
		if end > 0 && h.ends(p, end) && !h.word(p, i, end) && !(given == 2 && h.tail(p, end-1)) {
			return end
		}
	}
	return i
}

// given returns the end of a given name of so many characters, 0 if there is none. Blanks before it are those of tables.
func (h reading) given(p *page, i, count int) int {
	for blanks := 0; h.strong && count == 1 && blank(p.rune(i)) && blanks < 4; blanks++ {
		i++
	}
	for range count {
		if !han(p.rune(i)) || p.rune(i) == '某' {
			return 0
		}
		i++
	}
	return i
}

// ends reports whether a name may end at a place: no character follows, or one of the words that go on after a name.
func (h reading) ends(p *page, i int) bool {
	if h.aside {
		return p.tellsPerson(i)
	}
	if !han(p.rune(i)) {
		return true
	}
	after := "不服 因 于 系 诉 与 和 及 称 认为 提出 向 的"
	if h.strong {
		after = "男 女 性别 系 住 身份 公民 出生 与 和 及 因 诉 等 电话 联系"
	}
	for w := range strings.SplitSeq(after, " ") {
		if p.has(i, w) {
			return true
		}
	}
	return false
}

// tellsPerson reports a bracket that begins with a number, which may be masked already, or what else is said of people: 钱某（男）.
func (p *page) tellsPerson(i int) bool {
	if p.rune(i) != '(' {
		return false
	}
	next := p.skipBlanks(i + 1)
	said := p.rune(next) == '×' || digit(p.rune(next))
	for w := range strings.SplitSeq("男 女 身份证 公民身份 居民身份 曾用名 汉族", " ") {
		said = said || p.has(next, w)
	}
	return said
}

// tails may end a name, or begin a clause after it: 申请人李永和, 申请人李某称.
const tails = "称诉系因于与和及向"

// clauses begin with one of the tails and are read as words, whatever stands before them.
const clauses = "称: 称“ 诉称 因不服 因与 因诉 因认为"

// tail reports that what would be the last character of a name is surely the word after it: 申请人李某诉称.
func (h reading) tail(p *page, last int) bool {
	if h.strong {
		return false
	}
	for w := range strings.SplitSeq(clauses, " ") {
		if p.has(last, w) {
			return true
		}
	}
	return p.rune(last) == '于' && digit(p.rune(last+1))
}

// doubtful reports a name that may be one character shorter: 李永和, or 李永 and a word. Both are masked, as one person.
func (h reading) doubtful(p *page, start, end int) bool {
	return !h.strong && end-start-surname(p, start, h.list) == 2 && strings.ContainsRune(tails, p.rune(end-1))
}

// clause reports that one of the tails may begin a clause: 和 does so only before what is written in other signs (李永和A公司).
func (p *page) clause(i int) bool {
	next := p.rune(i + 1)
	return !strings.ContainsRune("和与及", p.rune(i)) || alnum(next) || next != 0 && strings.ContainsRune("“《×", next)
}

// word reports whether what looks like a name is a word of running text or the name of an office.
func (h reading) word(p *page, start, end int) bool {
	text := squeeze(string(p.folded[start:end]))
	last := []rune(text)[len([]rune(text))-1]
	if len([]rune(text)) > 2 && strings.ContainsRune("局厅所部委会院府厂店社队站处科司办校行馆村镇乡街区县市省党团组", last) {
		return true
	}
	return !h.strong && strings.Contains(everyday, " "+string([]rune(text)[:2])+" ")
}

// everyday are words, or their beginnings, that begin like a name and often follow 当事人 or 申请人.
const everyday = " 陈述 陈列 陈旧 张贴 张挂 罗列 董事 范围 范本 谢绝 韩国 江西 湖南 " +
	"单位 来信 来电 来函 应当 申请 申诉 申辩 和被 和原 和家 和其 和解 和证 和辩 保密 保存 保管 保守 保全 查询 查阅 管理 安全 商业 包括 关系 "

// dotted returns the end of a name with a dot in it (买买提·艾力), or the place itself.
func dotted(p *page, i int) int {
	dots, j, since := 0, i, 0
	for ; j < len(p.folded) && j-i < 40; j++ {
		r := p.folded[j]
		dot := r == '·' || r == '•'
		if !dot && !han(r) || r == '某' || dot && since == 0 {
			break
		}
		since++
		if dot {
			dots, since = dots+1, 0
		}
	}
	if dots == 0 || since == 0 || since > 8 || han(p.rune(j)) {
		return i
	}
	return j
}

// latin returns the end of a name of two to four words in Latin letters (John Smith), or the place itself. Firms (Ltd) are none.
func latin(p *page, i int) int {
	if alnum(p.rune(i - 1)) {
		return i
	}
	end, words := i, 0
	for j := i; words < 4; words++ {
		from := j
		for letter(p.rune(j)) {
			j++
		}
		if from == j || p.rune(from) > 'Z' || strings.Contains(" inc ltd co llc corp company limited gmbh plc ", " "+strings.ToLower(string(p.folded[from:j]))+" ") {
			break
		}
		if end = j; p.rune(j) != ' ' || !letter(p.rune(j+1)) {
			words++
			break
		}
		j++
	}
	if next := p.rune(end); words < 2 || next == ' ' && letter(p.rune(end+1)) || digit(next) {
		return i
	}
	return end
}

func letter(r rune) bool { return alnum(r) && !digit(r) }
