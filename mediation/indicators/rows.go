package indicators

import "strings"

// rows are the numbers of the values of a property, all in one piece of memory, in the order in which the values came. Values
// that a plan lists are found by their place in its list, without looking up their names.
type rows struct {
	width  int // items of a row
	most   int // rows that are told apart
	at     *words
	names  []string
	cells  []int64
	listed *list
	number []int32 // of the row of a value in the list, plus one
	place  []int32 // in the list, of each row; -1 of those that are not in it
}

// list is the values that a property may have.
type list struct {
	names []string
	at    map[string]int32
}

func newList(names []string) *list {
	l := &list{names: names, at: make(map[string]int32, len(names))}
	for i, name := range names {
		l.at[name] = int32(i)
	}
	return l
}

// newRows returns a table without rows. Listed may be nil.
func newRows(width, most int, listed *list) *rows {
	r := &rows{width: width, most: most, at: newWords(), listed: listed}
	if listed != nil {
		r.number = make([]int32, len(listed.names))
	}
	return r
}

// row returns the numbers of a value. They are valid until the next call.
func (r *rows) row(name string) []int64 {
	i, known := r.at.find(name)
	if !known {
		i = r.add(name)
	}
	return r.cellsOf(i)
}

// find returns the place of a value in the list.
func (r *rows) find(name string) (place int32, listed bool) {
	if r.listed == nil {
		return 0, false
	}
	place, listed = r.listed.at[name]
	return place, listed
}

// listedRow returns the numbers of the value at a place in the list.
func (r *rows) listedRow(place int32) []int64 {
	i := int(r.number[place]) - 1
	if i < 0 {
		i = r.grow(r.listed.names[place], place)
		r.number[place] = int32(i) + 1
	}
	return r.cellsOf(i)
}

func (r *rows) add(name string) int {
	if len(r.names) >= r.most {
		if i, known := r.at.find(Rest); known {
			return i
		}
		name = Rest
	}
	name = strings.Clone(name) // what is kept keeps no row of the ledger alive
	i := r.grow(name, -1)
	r.at.set(name, i)
	return i
}

// grow adds a row of zeros.
func (r *rows) grow(name string, place int32) int {
	i := len(r.names)
	r.names = append(r.names, name)
	r.place = append(r.place, place)
	if need := (i + 1) * r.width; need <= cap(r.cells) {
		r.cells = r.cells[:need]
		clear(r.cells[i*r.width:])
	} else {
		r.cells = append(r.cells, make([]int64, r.width)...)
	}
	return i
}

func (r *rows) cellsOf(i int) []int64 { return r.cells[i*r.width : (i+1)*r.width] }

// join adds the rows of another table, which came after these.
func (r *rows) join(from *rows) {
	for i, place := range from.place {
		if place >= 0 {
			plusAll(r.listedRow(place), from.cellsOf(i))
		} else {
			plusAll(r.row(from.names[i]), from.cellsOf(i))
		}
	}
}

func plusAll(to, from []int64) {
	to = to[:len(from)]
	for i, n := range from {
		to[i] += n
	}
}

// reset forgets all rows and keeps the memory.
func (r *rows) reset() {
	r.at.reset()
	clear(r.names)
	clear(r.number)
	r.names, r.place, r.cells = r.names[:0], r.place[:0], r.cells[:0]
}
