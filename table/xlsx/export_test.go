package xlsx

// Share adds shared texts where they may take so many bytes.
func Share(most int64, text string, n int) error {
	t := &texts{most: most}
	for range n {
		if err := t.add([]byte(text)); err != nil {
			return err
		}
	}
	return nil
}
