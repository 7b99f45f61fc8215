import ConverseAPI
import JSONText
import Testing

@Suite("Random bodies of every shape")
struct RandomBodyTests {
    static let survey: ShapeSurvey = {
        var survey = ShapeSurvey()
        survey.addStructure(ConverseRequest.self)
        survey.addStructure(ConverseResponse.self)
        for event in events { event.add(&survey) }
        return survey
    }()

    /// A shape that has no public way from JSON and back.
    struct Event: Sendable {
        let name: String
        let add: @Sendable (inout ShapeSurvey) -> Void
        let again: @Sendable (JSONValue) throws -> JSONValue

        init<Shape: ConverseShape>(_ shape: Shape.Type) {
            name = Shape.shapeName
            add = { $0.addStructure(Shape.self) }
            again = { try Shape(decoding: $0).encoded }
        }
    }

    /// The events of a stream that hold more than one plain member.
    static let events = [
        Event(ContentBlockStartEvent.self), Event(ContentBlockDeltaEvent.self), Event(MessageStopEvent.self),
        Event(ConverseStreamMetadataEvent.self), Event(ModelStreamErrorException.self),
    ]

    static func again(_ shape: String, _ body: JSONValue) throws -> JSONValue {
        if let event = events.first(where: { $0.name == shape }) { return try event.again(body) }
        return try shape == "ConverseRequest" ? ConverseRequest(json: body).json : ConverseResponse(json: body).json
    }

    @Test(arguments: ["ConverseRequest", "ConverseResponse"])
    func comeBackInEveryDetail(_ shape: String) throws {
        var generator = ShapeGenerator(survey: Self.survey, seed: 0x0B5E55ED)
        var members = Set<String>()
        for number in 0..<400 {
            let body = generator.body(shape)
            #expect(try Self.again(shape, body) == body, "body \(number)")
            members.formUnion(Self.names(body))
        }
        // The bodies must have reached far into the shapes for this to say anything.
        #expect(members.count > 80)
    }

    @Test(arguments: events.map(\.name))
    func eventsComeBackInEveryDetail(_ shape: String) throws {
        var generator = ShapeGenerator(survey: Self.survey, seed: 0xE7E27)
        for number in 0..<200 {
            let body = generator.body(shape)
            #expect(try Self.again(shape, body) == body, "body \(number)")
        }
    }

    @Test(arguments: ["ConverseRequest", "ConverseResponse"])
    func withOneWrongTypeAreRefusedAtItsPlace(_ shape: String) throws {
        var generator = ShapeGenerator(survey: Self.survey, seed: 0xFEE1)
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
