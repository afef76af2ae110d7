package pdf

import "strconv"

// begin begins an object; objects after those of gofpdf are numbered as they come.
func (k *work) begin(number int) {
	for len(k.offsets) <= number {
		k.offsets = append(k.offsets, 0)
	}
	k.offsets[number] = len(k.file)
	k.file = append(strconv.AppendInt(k.file, int64(number), 10), " 0 obj\n"...)
}

// end ends the object that was begun last.
func (k *work) end() { k.file = append(k.file, "\nendobj\n"...) }

// writeObject writes an object as it is.
func (k *work) writeObject(number int, body []byte) {
	k.begin(number)
	k.file = append(k.file, body...)
	k.end()
}

// writeStream writes an object with data, compressed straight into the file.
func (k *work) writeStream(number int, data []byte, code *huffman) {
	at := k.beginStream(number, "")
	k.file = code.compress(k.file, data)
	k.endStream(at)
}

// lengthRoom is the room for the length of a stream, which is put in afterwards.
const lengthRoom = "         "

// beginStream begins an object with compressed data, and returns where the data begin.
func (k *work) beginStream(number int, extra string) int {
	k.begin(number)
	k.file = append(append(append(k.file, "<</Filter/FlateDecode"...), extra...), "/Length "+lengthRoom+afterLength...)
	return len(k.file)
}

const afterLength = ">>\nstream\n"

// endStream ends the object whose data begin at an offset.
func (k *work) endStream(start int) {
	at := start - len(afterLength) - len(lengthRoom)
	copy(k.file[at:at+len(lengthRoom)], strconv.Itoa(len(k.file)-start))
	k.file = append(k.file, "\nendstream"...)
	k.end()
}

// writeRaw writes an object with data as they are.
func (k *work) writeRaw(number int, extra string, data []byte) {
	k.begin(number)
	k.file = appendKey(append(append(k.file, "<<"...), extra...), "/Length ", len(data))
	k.file = append(append(append(k.file, afterLength...), data...), "\nendstream"...)
	k.end()
}
