// Made by Sources/ServiceModel/generate.py from botocore's service model of bedrock-runtime, 2023-09-30.
// To change a comment, change generator/words.json there and run that program.

/// The service failed inside a stream.
///
/// Source: Amazon Bedrock API Reference, `InternalServerException`.
public struct InternalServerException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil) {
        self.message = message
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
    }
}

/// The model failed inside a stream.
///
/// Source: Amazon Bedrock API Reference, `ModelStreamErrorException`.
public struct ModelStreamErrorException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The status that the model's own endpoint gave.
    ///
    /// From 100 to 599.
    public var originalStatusCode: Int?
    /// What the model's own endpoint said.
    public var originalMessage: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil, originalStatusCode: Int? = nil, originalMessage: String? = nil) {
        self.message = message
        self.originalStatusCode = originalStatusCode
        self.originalMessage = originalMessage
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
        try visitor.optional("originalStatusCode", &originalStatusCode)
        try visitor.optional("originalMessage", &originalMessage)
    }
}

/// The service became unavailable inside a stream.
///
/// Source: Amazon Bedrock API Reference, `ServiceUnavailableException`.
public struct ServiceUnavailableException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil) {
        self.message = message
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
    }
}

/// There were too many requests or tokens; the service noticed inside a stream.
///
/// Source: Amazon Bedrock API Reference, `ThrottlingException`.
public struct ThrottlingException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil) {
        self.message = message
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
    }
}

/// The service does not accept the request; it noticed inside a stream.
///
/// Source: Amazon Bedrock API Reference, `ValidationException`.
public struct ValidationException: ConverseShape, Sendable, Hashable {
    /// What the service says.
    public var message: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(message: String? = nil) {
        self.message = message
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("message", &message)
    }
}
