/// Pages, filled section by section.
enum NetworkCodes {
    static let pages: [CodePage] = []
}
