/// What the caller found where PRX looks for its configuration.
package struct PRXConfigurationFact: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        /// There is no file.
        case missing

        /// There is one, but it could not be read.
        case unreadable(reason: String)

        /// It is no TOML, or a value has the wrong type.
        case malformed(line: Int?, column: Int?, message: String)
        case read(PRXConfiguration)
    }

    /// Where the file is, or would be.
    package var path: String

    /// Whether `OPENPRX_CONFIG_DIR` names the directory.
    package var isDirectoryFromVariable: Bool
    package var state: State

    package init(path: String, isDirectoryFromVariable: Bool, state: State) {
        self.path = path
        self.isDirectoryFromVariable = isDirectoryFromVariable
        self.state = state
    }
}
