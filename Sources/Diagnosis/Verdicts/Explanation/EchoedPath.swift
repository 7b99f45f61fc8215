import Codes
import Evidence
import SignatureForensics

/// What the path in the service's echo shows by itself, whatever the client signed.
enum EchoedPath {
    /// The cause that a path has whose escapes were escaped on the wire already: its canonical form has three layers.
    static func cause(_ view: SignedView?) -> CauseFinding? {
        guard let view, view.author == .service || view.author == .words,
            !(view.value("host")?.contains("s3") ?? false),
            let found = ["%25253A", "%25252F"].first(where: view.path.uppercased().contains)
        else { return nil }
        let (sent, right) = found == "%25253A" ? ("%253A", "%3A") : ("%252F", "%2F")
        return CauseFinding(
            .pathDouble, at: .client, .likely,
            summary: """
                The service signed a path with \(found), so \(sent) came over the wire: the path was encoded twice before it was sent, and the signature \
                was made of another form of it.
                """,
            fix: """
                Encode the model id once for the URL (\(right) on the wire) and once more for the signature only (%25\(right.dropFirst())): hand the id as it is to the \
                part that builds the URL, and take the other encoding away. Key, secret and clock are not in question.
                """)
    }
}
