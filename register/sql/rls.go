package sql

import "fmt"

// scopeSeparator stands between the organs of a transaction that is for several. No name of an organ has it in it.
const scopeSeparator = "\n"

// RowLevelSecurity returns statements for PostgreSQL that put a wall between organs into the database itself: a
// transaction sees and writes the rows of those organs only that fazhi.organ names, "*" naming all, and nothing at all if it
// names none. It holds for the owner of the tables too, but not for a superuser. Set Options.RowSecurity with it.
//
// The setting is made by the program. So this wall stops mistakes in the program and in other programs on the same tables;
// it does not stop who can run any statement.
func RowLevelSecurity() []string {
	const seen = "organ = ANY (string_to_array(current_setting('fazhi.organ', true), chr(10)))" +
		" OR current_setting('fazhi.organ', true) = '*'"
	var out []string
	for _, t := range []string{
		"fz_book", "fz_counter", "fz_entry", "fz_number", "fz_doc", "fz_secret", "fz_cursor", "fz_parked",
	} {
		out = append(out,
			fmt.Sprintf("ALTER TABLE %s ENABLE ROW LEVEL SECURITY", t),
			fmt.Sprintf("ALTER TABLE %s FORCE ROW LEVEL SECURITY", t),
			fmt.Sprintf("CREATE POLICY %s_organ ON %s USING (%s) WITH CHECK (%s)", t, t, seen, seen))
	}
	return out
}
