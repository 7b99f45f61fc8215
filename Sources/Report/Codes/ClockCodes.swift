/// Pages, filled section by section.
enum ClockCodes {
    static let pages: [CodePage] = []
}
