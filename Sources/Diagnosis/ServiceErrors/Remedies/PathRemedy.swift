import Report
import WireText

/// What an echoed path tells of the form in which it was sent, for clients whose signer is their own.
struct PathRemedy {
    let remedy: Remedy

    /// Whether the path itself is wrong, whoever signed it.
    let isCertain: Bool

    /// For a model id with a colon of which no path is shown.
    static let colon = PathRemedy(
        Remedy(
            """
            The model id has a colon, which signers outside AWS's SDKs (and curl before 8.13) often encode wrongly: sent as %3A it is \
            %253A in the canonical path, sent bare it is %3A. If an id without a colon works, this is the cause.
            """), isCertain: false)

    private init(_ remedy: Remedy, isCertain: Bool) {
        self.remedy = remedy
        self.isCertain = isCertain
    }

    /// Reads the path that a client signed, where the request is not shown; `nil` when its form raises no question.
    init?(signedPath path: String, host: String) {
        guard !host.contains("s3"), !path.contains("%25") else { return nil }
        isCertain = false
        if path.contains(":") {
            remedy = Remedy(
                """
                The client signed a path with a bare colon. The canonical path is the path as sent, encoded once more: %3A if the colon \
                is sent bare, %253A if it is sent as %3A.
                """)
        } else if path.contains("%3A") || path.contains("%2F") {
            remedy = Remedy(
                """
                The client signed the path as it sends it. The service encodes what it receives once more: if %3A goes over the wire, \
                sign %253A; sign %3A only where the colon is sent bare.
                """)
        } else {
            return nil
        }
    }

    /// Reads the path that the service expected; `nil` when its form raises no question.
    init?(echoedPath: String?) {
        guard let path = echoedPath else { return nil }
        if path.contains("%25253A") || path.contains("%25252F") {
            isCertain = true
            remedy = Remedy("The service saw a path that was encoded twice on the wire (%253A): send %3A, sign %253A.")
        } else if path.contains("%252F"), !path.contains("arn") {
            isCertain = false
            remedy = Remedy(
                """
                A slash of the path arrived as %2F, which is %252F in the canonical path: where it parts two segments, join them with \
                a plain slash and encode each segment by itself; where it is part of a name, sign %252F.
                """)
        } else if path.contains("%253A") || path.contains("%252F") {
            isCertain = false
            remedy = Remedy(
                """
                If the client signs with code of its own: the service signs the path encoded once more than it was sent, \
                %3A on the wire is %253A in the canonical request.
                """)
        } else if path.contains("%3A") {
            isCertain = false
            remedy = Remedy(
                """
                If the client signs with code of its own, or with curl before 8.13: the colon of the model id arrived raw, so it is \
                %3A in the canonical request; or send %3A and sign %253A.
                """)
        } else {
            return nil
        }
    }
}
