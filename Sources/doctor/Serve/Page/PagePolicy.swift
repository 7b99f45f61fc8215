import SigV4
import WireText

/// What the live page may do, as a browser enforces it (Content Security Policy Level 3).
enum PagePolicy {
    /// The policy that allows the page's own style and script, by their hashes, and requests to where it came from.
    static func policy(for html: String) -> String {
        [
            "default-src 'none'", "script-src " + source("script", in: html), "style-src " + source("style", in: html),
            "connect-src 'self'", "img-src data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }

    /// The hash of the text in the first such element; nothing is allowed where there is none.
    private static func source(_ element: String, in html: String) -> String {
        guard let begin = html.firstRange(of: "<\(element)>"),
            let end = html[begin.upperBound...].firstRange(of: "</\(element)>")
        else { return "'none'" }
        let text = Array(html[begin.upperBound..<end.lowerBound].utf8)
        return "'sha256-\(Base64.text(SHA256Digest.hash(text).bytes))'"
    }
}
