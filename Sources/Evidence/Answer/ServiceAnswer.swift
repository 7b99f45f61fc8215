package import WireText

/// What is known of an answer that went wrong: all of it, or no more than a message somebody pasted.
package struct ServiceAnswer: Sendable {
    /// The text that says what went wrong.
    package enum Content: Sendable {
        /// The body as received.
        case body([UInt8])
        /// A message without its envelope, or inside an SDK's.
        case message(String)
    }

    /// Who signed the request that was answered so.
    package enum Signer: Sendable {
        /// Anybody.
        case unknown
        /// This program, whose signer follows the rules: a refused signature is not a matter of its form.
        case doctor
    }

    package var status: Int?
    package var headers: [HeaderField]
    package var content: Content

    /// The error type, where the caller knows it apart from headers and body.
    package var errorType: String?

    /// The region that was asked.
    package var region: String?

    /// The region in the scope of the signature.
    package var signedRegion: String?

    /// The model id, profile id or ARN that was asked for.
    package var model: String?

    /// The operation, such as `Converse`.
    package var operation: String?

    /// The service that was called, by its endpoint's name, where it is known: not every refusal is Bedrock's.
    package var service: String?

    /// What stood around the answer: configuration, commands and output that were pasted with it.
    package var surroundings = ""

    package var signer = Signer.unknown

    package init(
        status: Int? = nil, headers: [HeaderField] = [], content: Content, errorType: String? = nil,
        region: String? = nil,
        model: String? = nil, operation: String? = nil, signer: Signer = .unknown
    ) {
        self.status = status
        self.headers = headers
        self.content = content
        self.errorType = errorType
        self.region = region
        self.model = model
        self.operation = operation
        self.signer = signer
    }

    /// The first header of this name, whatever its case.
    package func header(_ name: String) -> String? { headers.text(of: name) }
}
