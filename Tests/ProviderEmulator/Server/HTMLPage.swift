import Foundation

/// What a front end in the way of the API sends.
enum HTMLPage {
  static func data(status: Int, title: String) -> Data {
    Data("<!DOCTYPE html>\n<html lang=en><title>\(title)</title><p><b>\(status).</b> That’s an error.\n".utf8)
  }
}
