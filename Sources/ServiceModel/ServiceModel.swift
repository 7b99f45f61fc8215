/// The operations of an API and the shapes of their bodies, as its service model has them.
///
/// It is data with a way to look it up. It imports nothing, so that a judge can hold JSON against it without sharing a
/// line with the client that made the JSON.
package struct ServiceModel: Sendable {
    /// Every shape; a ``ShapeID`` is a place in it.
    package let shapes: [ModelShape]
    /// The operations, by name.
    package let operations: [String: ModelOperationShapes]
    private let places: [String: ShapeID]

    /// The operations of bedrock-runtime that this project calls.
    package static let bedrockRuntime = ServiceModel(table: bedrockRuntimeTable)

    init(shapes: [ModelShape], operations: [String: ModelOperationShapes]) {
        self.shapes = shapes
        self.operations = operations
        places = Dictionary(
            uniqueKeysWithValues: shapes.enumerated().map { ($0.element.name, ShapeID(place: $0.offset)) })
    }

    /// The shape that a member, a list or a map refers to.
    package subscript(_ id: ShapeID) -> ModelShape { shapes[id.place] }

    /// The shape with a name; `nil` if there is none.
    package subscript(_ name: String) -> ModelShape? { places[name].map { self[$0] } }
}

/// A place in the list of a model's shapes.
package struct ShapeID: Sendable, Hashable {
    let place: Int
}

/// An operation: how it is called, and the shapes of what goes in and comes out.
package struct ModelOperationShapes: Sendable, Hashable {
    /// `POST`.
    package let method: String
    /// `/model/{modelId}/converse`.
    package let path: String
    package let input: ShapeID
    package let output: ShapeID
}
