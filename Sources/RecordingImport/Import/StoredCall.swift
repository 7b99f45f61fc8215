import WireText

/// A call of Converse as a recorder stored it.
struct StoredCall {
    /// A request or an answer.
    struct Message {
        var headers: [HeaderField]
        var content: StoredContent
        /// Where it stands in the file, as notes name it.
        let place: String
    }

    let method: String
    let uri: RequestURI
    let request: Message
    let status: Int
    let response: Message
}

/// A body whose compression cannot be undone.
struct BrokenBody: Error {
    enum Side { case request, response }

    let side: Side
    /// What the compressed data lack.
    let reason: String
}
