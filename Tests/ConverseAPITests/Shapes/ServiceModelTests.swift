import ConverseAPI
import JSONText
import TestSupport
import Testing

/// Our shapes against botocore's own description of the API: every member, every union case, every enum value.
@Suite("The shapes are the API's own", .live)
struct ServiceModelTests {
    /// Prints, for every shape that can be reached, what ``ShapeSurvey`` says of ours.
    static let dump = """
        import json, sys
        import botocore.loaders
        model = botocore.loaders.Loader().load_service_model('bedrock-runtime', 'service-2')
        shapes = model['shapes']
        structures, unions, enums = {}, {}, {}
        def union(shape):
            return shape.get('union') or shape.get('eventstream')
        def kind(name):
            shape = shapes[name]
            kind_of = shape['type']
            if kind_of == 'structure':
                if shape.get('document'):
                    return 'document'
                visit(name)
                return ('union ' if union(shape) else 'structure ') + name
            if kind_of == 'list':
                return 'list of ' + kind(shape['member']['shape'])
            if kind_of == 'map':
                return 'map of ' + kind(shape['value']['shape'])
            if 'enum' in shape:
                enums[name] = shape['enum']
                return 'enumeration ' + name
            return {'long': 'integer', 'float': 'number', 'double': 'number'}.get(kind_of, kind_of)
        def visit(name):
            shape = shapes[name]
            where = unions if union(shape) else structures
            if name in where:
                return
            members = where[name] = {}
            for member, target in shape['members'].items():
                if target.get('location') == 'uri' or shapes[target['shape']].get('location') == 'uri':
                    continue
                members[member] = [kind(target['shape']), member in shape.get('required', [])]
        for operation in ('Converse', 'ConverseStream'):
            visit(model['operations'][operation]['input']['shape'])
        visit(model['operations']['Converse']['output']['shape'])
        visit('ConverseStreamOutput')
        # One request type serves both operations: what the stream's shapes add belongs to the common ones.
        structures['ConverseRequest'].update(
            {k: v for k, v in structures.pop('ConverseStreamRequest').items() if k != 'guardrailConfig'})
        structures['GuardrailConfiguration'].update(structures.pop('GuardrailStreamConfiguration'))
        json.dump({'structures': structures, 'unions': unions, 'enums': enums}, sys.stdout)
        """

    let ours: ShapeSurvey = {
        var survey = ShapeSurvey()
        survey.addStructure(ConverseRequest.self)
        survey.addStructure(ConverseResponse.self)
        survey.addUnion(ConverseStreamOutput.self)
        return survey
    }()

    @Test(.needsBotocore)
    func membersKindsAndValuesAgree() async throws {
        let theirs = try await Python.json(Self.dump)
        for (part, mine) in [("structures", ours.structures), ("unions", ours.unions)] {
            let shapes = try #require(theirs[part]?.objectValue)
            #expect(shapes.count > 10)
            #expect(Set(mine.keys) == Set(shapes.names), "the set of \(part)")
            for shape in shapes {
                let expected = Set(try #require(shape.value.objectValue).map(Self.line))
                let found = Set(mine[shape.name, default: []].map(Self.line))
                #expect(found == expected, "\(part): \(shape.name)")
            }
        }
        let enums = try #require(theirs["enums"]?.objectValue)
        #expect(Set(ours.enumerations.keys) == Set(enums.names))
        for values in enums {
            let expected = try #require(values.value.arrayValue).compactMap(\.stringValue)
            #expect(Set(ours.enumerations[values.name, default: []]) == Set(expected), "\(values.name)")
        }
    }

    private static func line(_ member: JSONMember) -> String {
        let required = member.value[1] == .bool(true) ? "required" : "optional"
        return "\(member.name): \(member.value[0]?.stringValue ?? "?") \(required)"
    }

    private static func line(_ member: ShapeMember) -> String {
        "\(member.name): \(text(member.kind)) \(member.presence == .required ? "required" : "optional")"
    }

    private static func text(_ kind: ShapeKind) -> String {
        switch kind {
        case .string: "string"
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .blob: "blob"
        case .document: "document"
        case .list(let item): "list of \(text(item))"
        case .map(let value): "map of \(text(value))"
        case .structure(let name): "structure \(name)"
        case .union(let name): "union \(name)"
        case .enumeration(let name): "enumeration \(name)"
        }
    }
}
