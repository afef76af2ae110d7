package indicators

// words gives numbers to words. Those that come again and again are found without a map: ledgers have few words, millions of
// times.
type words struct {
	at   map[string]int
	near [64]struct {
		word string
		at   int
	}
}

func newWords() *words { return &words{at: make(map[string]int)} }

func (w *words) set(word string, at int) { w.at[word] = at }

// find returns the number of a word.
func (w *words) find(word string) (int, bool) {
	slot := &w.near[slotOf(word)]
	if slot.word == word && word != "" {
		return slot.at, true
	}
	at, known := w.at[word]
	if known {
		slot.word, slot.at = word, at
	}
	return at, known
}

// slotOf mixes a few bytes of a word.
func slotOf(word string) uint32 {
	n := len(word)
	if n < 3 {
		return uint32(n)
	}
	h := uint32(word[n-1]) | uint32(word[n-2])<<8 | uint32(word[n/2])<<16 | uint32(word[2])<<24
	return (h ^ uint32(n)) * 0x9e3779b1 >> 26
}

func (w *words) reset() {
	clear(w.at)
	clear(w.near[:])
}
