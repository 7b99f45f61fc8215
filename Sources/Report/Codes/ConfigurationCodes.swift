/// Pages, filled section by section.
enum ConfigurationCodes {
    static let pages: [CodePage] = []
}
