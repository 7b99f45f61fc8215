/// How the values of variables are read.
package enum EnvironmentText {
    /// The value as it stands, nil when it is unset or blank: a blank value is not a value.
    package static func value(_ name: String, in environment: [String: String]) -> String? {
        guard let value = environment[name], !BlankText.isBlank(value) else { return nil }
        return value
    }

    /// Whether a switch is on, as AWS's SDKs read it.
    static func isTrue(_ value: String?) -> Bool { value?.lowercased() == "true" }
}
