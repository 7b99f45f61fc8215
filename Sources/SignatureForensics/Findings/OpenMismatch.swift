/// What is said of a wrong signature when no cause was found: what the accounts show and what was tried, and no more.
struct OpenMismatch {
    let reproduction: Reproduction
    let accounts: SignedAccounts

    /// The mismatch, and the secret as one of its possible causes.
    var findings: (mismatch: CauseFinding, key: CauseFinding) {
        (
            CauseFinding(.signatureMismatch, at: .client, .certain, summary: summary, fix: fix),
            CauseFinding(.keyWrong, at: .key, .possible, summary: key)
        )
    }

    private var comparison: ThreeWayComparison { accounts.comparison }

    private var summary: String {
        let start =
            reproduction == .failed
            ? "With the secret at hand, neither the request as it arrived nor any known mistake gives this signature. "
            : ""
        return start + texts
    }

    private var texts: String {
        switch (comparison.clientAndWire, comparison.wireAndServer, accounts.client) {
        case (.same?, nil, _):
            "The client signed what a right signer makes of its request; what the service expected is not shown."
        case (_, .same?, nil):
            "The service expected what a right signer makes of this request; what the client signed is not shown."
        case (nil, nil, nil) where accounts.server != nil:
            "What the service expected is shown; what the client signed is not."
        case (nil, nil, nil): "Neither what the client signed nor what the service expected is shown."
        default: "The accounts of what was signed differ, and no known mistake leads from one to the other."
        }
    }

    private var key: String {
        switch (reproduction, accounts.client) {
        case (.failed, _):
            "The client may have signed with another secret than the one at hand."
        case (_, nil):
            "If the client signed the text that the service expected, the secret does not belong to this key id."
        case (_, .some): "If nothing changed the request on its way, the secret does not belong to this key id."
        }
    }

    private var fix: String {
        switch (reproduction, accounts.client) {
        case (.failed, nil):
            "See which secret the client really reads, and compare its canonical request with the one here line by line."
        case (.failed, .some): "See which secret the client really reads."
        case (_, nil):
            "Compare the client's canonical request with the one here line by line: if they agree, the secret is wrong."
        case (_, .some): "See whether something rewrites requests on their way; if nothing does, the secret is wrong."
        }
    }
}
