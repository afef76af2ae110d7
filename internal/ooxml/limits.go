package ooxml

// Bounds of what is read. Real documents stay far below; without them a small file could ask for gigabytes.
const (
	mostFile    = 256 << 20 // bytes of the file
	mostEntries = 10_000    // parts and folders
	mostPart    = 64 << 20  // bytes of a part, unpacked
	mostTotal   = 512 << 20 // bytes of all parts together, unpacked
	mostRatio   = 300       // how many times larger a part may become; markup of long tables reaches 60
	ratioFrom   = 1 << 20   // bytes from which the ratio counts
	mostXML     = 32 << 20  // bytes of a part that becomes a tree
	mostNodes   = 1_000_000 // elements, texts and attributes of a tree
	mostDepth   = 256       // elements within elements
	mostSpaces  = 500       // prefixes declared at one place
	mostSpace   = 300       // bytes of the address of a namespace
)
