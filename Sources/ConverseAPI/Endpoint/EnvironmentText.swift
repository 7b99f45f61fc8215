import WireText

/// How the values of variables are read.
package enum EnvironmentText {
    /// The value as it stands, nil when it is unset or blank: a blank value is not a value.
    package static func value(_ name: String, in environment: [String: String]) -> String? {
        guard let value = environment[name], !value.isBlank else { return nil }
        return value
    }

    /// A switch as AWS's SDKs read it: `true` and `false` in any case; `nil` when it is not set or anything else.
    package static func flag(_ value: String?) -> Bool? {
        switch value.map({ $0.utf8.count > 16 ? "" : $0.lowercased() }) {
        case "true": true
        case "false": false
        default: nil
        }
    }
}
