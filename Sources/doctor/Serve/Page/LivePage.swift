/// The live page of `doctor serve --page`: the requests as they come, with verdict and cause.
///
/// It is one document without a single outside resource, and the same for every run: all that it shows, it asks from the
/// admin endpoint that serves it, by addresses below its own. Its policy lets its very style and its very script run and
/// nothing else, and its script writes foreign text as text only, never as markup.
enum LivePage {
    /// The whole document, in UTF-8, with `\n` as line end.
    static let html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>doctor serve</title>
        <style>\(LivePageStyle.text)</style>
        </head>
        <body>
        \(LivePageBody.text)<script>\(LivePageScript.text)</script>
        </body>
        </html>

        """

    /// The value of the header `Content-Security-Policy` that the page must come with (CSP 3).
    static let policy = """
        default-src 'none'; script-src \(PagePolicy.source(LivePageScript.text)); \
        style-src \(PagePolicy.source(LivePageStyle.text)); connect-src 'self'; img-src data:; base-uri 'none'; \
        form-action 'none'; frame-ancestors 'none'
        """
}
