import JSONText

extension JSONObject {
    /// An object of these members, in this order; a repeated name keeps its first place and last value.
    init(_ pairs: [(String, JSONValue)]) {
        self = [:]
        for (name, value) in pairs { self[name] = value }
    }
}
