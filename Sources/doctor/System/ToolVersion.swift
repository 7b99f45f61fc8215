/// The version of this program, in `--version`, in reports and recordings, and to the service.
enum ToolVersion {
    static let current = "0.1.0"
}
