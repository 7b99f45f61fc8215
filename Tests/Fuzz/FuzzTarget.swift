/// A parser that meets foreign bytes, and what must hold whatever they are.
///
/// What is broken ends the process: the engine keeps the bytes that did it.
struct FuzzTarget: Sendable {
    /// The word that selects it, and the name of its folder of seeds.
    let name: String
    /// What the bytes are.
    let title: String
    /// The longest input that says anything new.
    var limit = 4_096
    let run: @Sendable ([UInt8]) -> Void

    /// Every target, in the order of the libraries.
    static let all: [FuzzTarget] = [
        json, toml, dates, head, fieldBlock, authorization, presigned, playedHost, canonical, eventStream, inflate,
        recording,
        cassette, archive, httprr, wireMock, nock, hoverfly, recorder, vectors, account, configuration, log,
        explanation,
        conformance,
    ]
}

/// Ends the process when something does not hold.
func hold(_ condition: Bool, _ rule: @autoclosure () -> String) {
    if !condition { fatalError(rule()) }
}
