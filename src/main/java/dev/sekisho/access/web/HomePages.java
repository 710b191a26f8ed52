package dev.sekisho.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where everybody begins: the list of routes.
 */
@Controller
class HomePages {

	@GetMapping("/")
	String home() {
		return "redirect:/routes";
	}

}
