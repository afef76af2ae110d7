// Package office asks LibreOffice and poppler what they make of our files. It is for tests that run where these
// programs are installed, behind the build tag tools; a program that is missing is an error.
package office
