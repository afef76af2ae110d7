// Package raster turns drawings into PNG, for channels that take no vectors: a picture in a chat, an article for a phone.
//
//	fonts, err := fonts.Embedded()
//	err = raster.PNG(file, &drawing, fonts, 1080) // 1080 points wide
//
// Lines, areas and texts are smoothed; texts are drawn from the outlines of the fonts, character by character in one cell
// each, as on paper. The picture is opaque on white ground, so it looks the same in dark and light programs.
//
// The package does not hint, does not embed colour profiles and reads no pictures. The same drawing, fonts and width give
// the same bytes with the same release of Go.
package raster
