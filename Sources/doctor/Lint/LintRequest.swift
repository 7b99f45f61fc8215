import JSONText
import RequestRules

/// A request to be judged, and where it stands.
struct LintRequest: Sendable {
    /// The body, without the model.
    let body: JSONObject
    /// The model that the input names.
    let modelID: String?
    /// The operation that the input shows.
    let delivery: RequestOutline.Delivery?
    /// Its number among several, from 1.
    let number: Int?
    /// The way to the body in the text of the input; `nil` where it does not stand there as JSON.
    let prefix: JSONPath?
    /// The way to what names the model; `nil` where nothing in the text does.
    let modelPath: JSONPath?
    /// The line of an input that holds one document a line; `nil` where the input is one document.
    var line: LintLine?

    /// The places in code of which the text does not show the value, and the objects that others are spread into.
    var unread: [JSONPath] = []
    var open: [JSONPath] = []
}
