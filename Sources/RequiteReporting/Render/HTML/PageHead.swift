/// The head of every page: no script, no request, its style inside.
enum PageHead {
  /// The head of a page called `title`, with further style behind that of all pages.
  static func markup(title: String, style: Markup = .empty) -> Markup {
    """
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <link rel="icon" href="data:,">
    \(PageStyle.sheet)\(style)</head>

    """
  }
}
