package import SignatureForensics

/// What a server that knows the secret has found in the signature of a request: the mock server examines what it refuses.
package struct ServerExamination: Sendable {
    /// Why the signature was refused; `nil` when it was not examined.
    package var causes: [CauseFinding]?

    /// What an accepted signature should do otherwise.
    package var advice: [CauseFinding]

    package init(causes: [CauseFinding]? = nil, advice: [CauseFinding] = []) {
        self.causes = causes
        self.advice = advice
    }
}
