package dev.sekisho.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * One page with every shared piece in every state.
 */
@Controller
class GalleryPages {

	@GetMapping("/gallery")
	String gallery() {
		return "gallery/gallery";
	}

}
