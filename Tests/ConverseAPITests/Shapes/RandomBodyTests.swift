import ConverseAPI
import JSONText
import Testing

@Suite("Random bodies of every shape")
struct RandomBodyTests {
    /// A body with its way into a shape and back, without a public reader where there is none.
    struct Body: Sendable {
        /// The name in the service model, by which bodies are made.
        let name: String
        let again: @Sendable (JSONValue) throws -> JSONValue

        init<Shape: ConverseShape>(_ shape: Shape.Type, as name: String? = nil) {
            self.name = name ?? "\(shape)"
            again = { try Shape(decoding: $0).encoded }
        }
    }

    /// One type serves the plain operation and the stream.
    static let bodies = [
        Body(ConverseRequest.self), Body(ConverseRequest.self, as: "ConverseStreamRequest"),
        Body(ConverseResponse.self), Body(CountTokensRequest.self), Body(ContentBlockStartEvent.self),
        Body(ContentBlockDeltaEvent.self), Body(MessageStopEvent.self), Body(ConverseStreamMetadataEvent.self),
        Body(ModelStreamErrorException.self),
    ]

    static func again(_ shape: String, _ body: JSONValue) throws -> JSONValue {
        try #require(bodies.first { $0.name == shape }).again(body)
    }

    @Test(arguments: ["ConverseRequest", "ConverseStreamRequest", "ConverseResponse"])
    func comeBackInEveryDetail(_ shape: String) throws {
        var generator = ShapeGenerator(seed: 0x0B5E55ED)
        var members = Set<String>()
        for number in 0..<400 {
            let body = generator.body(shape)
            #expect(try Self.again(shape, body) == body, "body \(number)")
            members.formUnion(Self.names(body))
        }
        // The bodies must have reached far into the shapes for this to say anything.
        #expect(members.count > 80)
    }

    @Test(arguments: bodies.map(\.name))
    func allComeBackInEveryDetail(_ shape: String) throws {
        var generator = ShapeGenerator(seed: 0xE7E27)
        for number in 0..<200 {
            let body = generator.body(shape)
            #expect(try Self.again(shape, body) == body, "body \(number)")
        }
    }

    @Test(arguments: ["ConverseRequest", "ConverseResponse"])
    func withOneWrongTypeAreRefusedAtItsPlace(_ shape: String) throws {
        var generator = ShapeGenerator(seed: 0xFEE1)
        var tried = 0
        for _ in 0..<200 {
            let body = generator.body(shape)
            guard let place = generator.typedPlaces.randomElement(using: &generator.random) else { continue }
            let spoilt = body.replacing(place.path.steps[...], with: place.wrong)
            let error = #expect(throws: JSONShapeError.self) { try Self.again(shape, spoilt) }
            #expect(error?.path == place.path)
            tried += 1
        }
        #expect(tried > 150)
    }

    private static func names(_ value: JSONValue) -> [String] {
        switch value {
        case .object(let object): object.flatMap { [$0.name] + names($0.value) }
        case .array(let items): items.flatMap(names)
        default: []
        }
    }
}
