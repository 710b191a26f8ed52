package dev.sekisho.web;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of a long list.
 *
 * @param page number of the page, from 1
 * @param size rows on a page
 * @param total rows in all
 * @param address path and query of this page, whose {@code page} parameter is replaced
 */
public record Paging(int page, int size, int total, String address) {

	public Paging {
		size = Math.max(1, size);
		page = Math.max(1, Math.min(page, pages(total, size)));
	}

	/**
	 * How many pages there are.
	 * @return at least 1
	 */
	public int pages() {
		return pages(this.total, this.size);
	}

	/**
	 * The first row on this page.
	 * @return its number from 1; 0 if the list is empty
	 */
	public int first() {
		return Math.min(this.total, offset() + 1);
	}

	/**
	 * The last row on this page.
	 * @return its number from 1; 0 if the list is empty
	 */
	public int last() {
		return Math.min(this.total, offset() + this.size);
	}

	/**
	 * Rows before this page.
	 * @return how many to skip
	 */
	public int offset() {
		return (this.page - 1) * this.size;
	}

	/**
	 * The page before.
	 * @return its address
	 */
	public String previous() {
		return at(this.page - 1);
	}

	/**
	 * The page after.
	 * @return its address
	 */
	public String next() {
		return at(this.page + 1);
	}

	private String at(int number) {
		return UriComponentsBuilder.fromUriString(this.address).replaceQueryParam("page", number).build().toUriString();
	}

	private static int pages(int total, int size) {
		return Math.max(1, (total + size - 1) / size);
	}

}
