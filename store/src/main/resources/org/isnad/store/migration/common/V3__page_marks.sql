-- What a page's mark-up said of its text (captions, posts, byline), and where its bytes came from: JSON, null for texts.
ALTER TABLE articles ADD COLUMN page TEXT;
