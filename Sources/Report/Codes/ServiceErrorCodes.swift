/// Pages, filled section by section.
enum ServiceErrorCodes {
    static let pages: [CodePage] = []
}
