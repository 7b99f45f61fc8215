import Codes

/// What is said of a wrong signature when no cause was found: what the accounts show and what was tried, and no more.
struct OpenMismatch {
    let reproduction: Reproduction
    let accounts: SignedAccounts
    /// Whether the verifier itself asks: then the request is known as it arrived, and what was expected follows from it.
    let isVerifier: Bool
    /// A signed header that may have changed on its way, though nothing says that it did.
    let fragile: CauseFinding?

    /// The mismatch, and the secret as one of its possible causes.
    var findings: (mismatch: CauseFinding, key: CauseFinding) {
        (
            CauseFinding(
                .signatureMismatch, at: .client, .certain,
                summary: [summary, fragile?.summary].compactMap(\.self).joined(separator: " "),
                fix: fix),
            CauseFinding(.keyWrong, at: .key, .possible, summary: key)
        )
    }

    private var summary: String {
        switch (reproduction, accounts.client) {
        case (.failed, nil):
            "The secret at hand gives another signature for this request, and no known mistake explains it: another secret "
                + "signed, or something else was signed than what the request shows."
        case (.failed, .some):
            "The secret at hand gives another signature for this request, and no known mistake explains it. " + texts
        case (.unfinished, _):
            "The secret at hand gives another signature for this request. The search for the mistake ended before it had tried "
                + "all that it knows, because the request is too large for it or its time was over. " + texts
        default: texts
        }
    }

    private var texts: String {
        if isVerifier { return "The request is known as it arrived; what the client signed is not." }
        if let wire = accounts.comparison.wireAndServer, accounts.client == nil, wire == .same {
            return
                "The service expected what a right signer makes of this request; what the client signed is not shown."
        }
        if accounts.server == nil, accounts.comparison.clientAndWire == .same {
            return "The client signed what a right signer makes of its request; what the service expected is not shown."
        }
        return switch (accounts.client, accounts.server) {
        case (nil, nil):
            "Neither what the client signed nor what the service expected is shown."
        case (nil, .some) where accounts.wire == nil:
            "What the service expected is shown; what the client signed is not."
        case (.some, nil) where accounts.wire == nil:
            "What the client signed is shown; what the service expected is not."
        default: "The texts that are shown differ, and no known mistake leads from one to the other."
        }
    }

    private var key: String {
        switch (reproduction, accounts.client) {
        case (.failed, _), (.unfinished, _):
            "The client may have signed with another secret than the one at hand."
        case (_, nil):
            "If the client signed the text that the service expected, the secret does not belong to this key id."
        case (_, .some): "If nothing changed the request on its way, the secret does not belong to this key id."
        }
    }

    private var fix: String {
        switch (reproduction, accounts.client) {
        case (.failed, nil), (.unfinished, nil):
            "See which secret the client really reads, and compare its canonical request with the one here line by line."
        case (.failed, .some): "See which secret the client really reads."
        case (_, nil):
            "Compare the client's canonical request with the one here line by line: if they agree, the secret is wrong."
        case (_, .some): "See whether something rewrites requests on their way; if nothing does, the secret is wrong."
        }
    }
}
